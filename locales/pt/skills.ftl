### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML e CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = API REST
skill-cloud-platforms = Plataformas de cloud
skill-continuous-integration = Integração contínua
skill-debugging = Depuração
skill-web-accessibility = Acessibilidade web


## Testing

skill-automated-testing = Testes automatizados
skill-test-automation = Automatização de testes
skill-bug-tracking = Gestão de defeitos


## Data

skill-spreadsheets = Folhas de cálculo
skill-data-visualization = Visualização de dados
skill-statistics = Estatística


## Communication and customer service

skill-written-communication = Comunicação escrita
skill-active-listening = Escuta ativa
skill-conflict-resolution = Resolução de conflitos
skill-help-desk-software = Software de apoio ao cliente


## Human resources

skill-employment-law = Direito do trabalho
skill-payroll = Processamento salarial
skill-recruiting = Recrutamento
skill-hr-software = Software de RH
