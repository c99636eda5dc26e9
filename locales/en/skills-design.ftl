### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = User research
skill-interaction-design = Interaction design
skill-prototyping = Prototyping
skill-usability-testing = Usability testing
skill-design-systems = Design systems
skill-typography = Typography
skill-page-layout = Page layout
skill-brand-identity = Brand identity
skill-image-editing = Image editing
skill-vector-graphics = Vector graphics
skill-print-production = Print production


## Data science

skill-machine-learning = Machine learning
skill-experiment-design = Experiment design


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Infrastructure as code
skill-kubernetes = Kubernetes
skill-monitoring = Monitoring and alerting
