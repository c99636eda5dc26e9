### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML y CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = API REST
skill-cloud-platforms = Plataformas en la nube
skill-continuous-integration = Integración continua
skill-debugging = Depuración
skill-web-accessibility = Accesibilidad web


## Testing

skill-automated-testing = Pruebas automáticas
skill-test-automation = Automatización de pruebas
skill-bug-tracking = Seguimiento de defectos


## Data

skill-spreadsheets = Hojas de cálculo
skill-data-visualization = Visualización de datos
skill-statistics = Estadística


## Communication and customer service

skill-written-communication = Comunicación escrita
skill-active-listening = Escucha activa
skill-conflict-resolution = Resolución de conflictos
skill-help-desk-software = Software de atención al cliente


## Human resources

skill-employment-law = Legislación laboral
skill-payroll = Gestión de nóminas
skill-recruiting = Selección de personal
skill-hr-software = Software de RR. HH.
