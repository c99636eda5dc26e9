### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML et CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = API REST
skill-cloud-platforms = Plateformes cloud
skill-continuous-integration = Intégration continue
skill-debugging = Débogage
skill-web-accessibility = Accessibilité web


## Testing

skill-automated-testing = Tests automatisés
skill-test-automation = Automatisation des tests
skill-bug-tracking = Suivi des anomalies


## Data

skill-spreadsheets = Tableurs
skill-data-visualization = Visualisation de données
skill-statistics = Statistiques


## Communication and customer service

skill-written-communication = Communication écrite
skill-active-listening = Écoute active
skill-conflict-resolution = Résolution de conflits
skill-help-desk-software = Logiciels de support


## Human resources

skill-employment-law = Droit du travail
skill-payroll = Paie
skill-recruiting = Recrutement
skill-hr-software = Logiciels RH
