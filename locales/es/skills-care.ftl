### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Valoración de pacientes
skill-care-planning = Planificación de cuidados
skill-medication-administration = Administración de medicamentos
skill-infection-control = Prevención de infecciones
skill-health-records = Historia clínica electrónica
skill-movement-analysis = Análisis del movimiento
skill-exercise-therapy = Ejercicio terapéutico
skill-manual-therapy = Terapia manual
skill-rehabilitation-planning = Planificación de la rehabilitación
skill-patient-education = Educación para la salud


## Education

skill-lesson-planning = Programación didáctica
skill-classroom-management = Gestión del aula
skill-differentiated-instruction = Atención a la diversidad
skill-learning-assessment = Evaluación del aprendizaje
skill-literacy-instruction = Enseñanza de la lectoescritura
