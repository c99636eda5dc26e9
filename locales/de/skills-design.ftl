### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = User Research
skill-interaction-design = Interaktionsdesign
skill-prototyping = Prototyping
skill-usability-testing = Usability-Tests
skill-design-systems = Designsysteme
skill-typography = Typografie
skill-page-layout = Layout
skill-brand-identity = Corporate Design
skill-image-editing = Bildbearbeitung
skill-vector-graphics = Vektorgrafik
skill-print-production = Druckproduktion


## Data science

skill-machine-learning = Maschinelles Lernen
skill-experiment-design = Versuchsplanung


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Infrastructure as Code
skill-kubernetes = Kubernetes
skill-monitoring = Monitoring und Alarmierung
