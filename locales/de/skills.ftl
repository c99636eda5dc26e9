### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML und CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = REST-APIs
skill-cloud-platforms = Cloud-Plattformen
skill-continuous-integration = Continuous Integration
skill-debugging = Debugging
skill-web-accessibility = Digitale Barrierefreiheit


## Testing

skill-automated-testing = Automatisierte Tests
skill-test-automation = Testautomatisierung
skill-bug-tracking = Bug-Tracking


## Data

skill-spreadsheets = Tabellenkalkulation
skill-data-visualization = Datenvisualisierung
skill-statistics = Statistik


## Communication and customer service

skill-written-communication = Schriftliche Kommunikation
skill-active-listening = Aktives Zuhören
skill-conflict-resolution = Konfliktlösung
skill-help-desk-software = Helpdesk-Software


## Human resources

skill-employment-law = Arbeitsrecht
skill-payroll = Entgeltabrechnung
skill-recruiting = Recruiting
skill-hr-software = HR-Software
