### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Avaliação de doentes
skill-care-planning = Planeamento de cuidados
skill-medication-administration = Administração de medicação
skill-infection-control = Controlo de infeção
skill-health-records = Registo clínico eletrónico
skill-movement-analysis = Análise do movimento
skill-exercise-therapy = Exercício terapêutico
skill-manual-therapy = Terapia manual
skill-rehabilitation-planning = Planeamento da reabilitação
skill-patient-education = Educação para a saúde


## Education

skill-lesson-planning = Planificação de aulas
skill-classroom-management = Gestão da sala de aula
skill-differentiated-instruction = Diferenciação pedagógica
skill-learning-assessment = Avaliação das aprendizagens
skill-literacy-instruction = Ensino da leitura e da escrita
