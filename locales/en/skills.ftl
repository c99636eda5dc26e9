### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML and CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = REST APIs
skill-cloud-platforms = Cloud platforms
skill-continuous-integration = Continuous integration
skill-debugging = Debugging
skill-web-accessibility = Web accessibility


## Testing

skill-automated-testing = Automated testing
skill-test-automation = Test automation
skill-bug-tracking = Bug tracking


## Data

skill-spreadsheets = Spreadsheets
skill-data-visualization = Data visualization
skill-statistics = Statistics


## Communication and customer service

skill-written-communication = Written communication
skill-active-listening = Active listening
skill-conflict-resolution = Conflict resolution
skill-help-desk-software = Help desk software


## Human resources

skill-employment-law = Employment law
skill-payroll = Payroll
skill-recruiting = Recruiting
skill-hr-software = HR software
