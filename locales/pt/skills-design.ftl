### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = Investigação com utilizadores
skill-interaction-design = Design de interação
skill-prototyping = Prototipagem
skill-usability-testing = Testes de usabilidade
skill-design-systems = Sistemas de design
skill-typography = Tipografia
skill-page-layout = Paginação
skill-brand-identity = Identidade de marca
skill-image-editing = Edição de imagem
skill-vector-graphics = Desenho vetorial
skill-print-production = Produção gráfica


## Data science

skill-machine-learning = Aprendizagem automática
skill-experiment-design = Planeamento de experiências


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Infraestrutura como código
skill-kubernetes = Kubernetes
skill-monitoring = Monitorização e alertas
