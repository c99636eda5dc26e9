### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = Investigación de usuarios
skill-interaction-design = Diseño de interacción
skill-prototyping = Prototipado
skill-usability-testing = Pruebas de usabilidad
skill-design-systems = Sistemas de diseño
skill-typography = Tipografía
skill-page-layout = Maquetación
skill-brand-identity = Identidad de marca
skill-image-editing = Edición de imágenes
skill-vector-graphics = Gráficos vectoriales
skill-print-production = Producción gráfica


## Data science

skill-machine-learning = Aprendizaje automático
skill-experiment-design = Diseño de experimentos


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Infraestructura como código
skill-kubernetes = Kubernetes
skill-monitoring = Monitorización y alertas
