### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = Recherche utilisateur
skill-interaction-design = Design d’interaction
skill-prototyping = Prototypage
skill-usability-testing = Tests d’utilisabilité
skill-design-systems = Design systems
skill-typography = Typographie
skill-page-layout = Mise en page
skill-brand-identity = Identité de marque
skill-image-editing = Retouche d’images
skill-vector-graphics = Dessin vectoriel
skill-print-production = Chaîne graphique


## Data science

skill-machine-learning = Apprentissage automatique
skill-experiment-design = Plans d’expériences


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Infrastructure as code
skill-kubernetes = Kubernetes
skill-monitoring = Supervision et alertes
