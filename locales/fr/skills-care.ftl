### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Évaluation clinique
skill-care-planning = Planification des soins
skill-medication-administration = Administration des médicaments
skill-infection-control = Prévention des infections
skill-health-records = Dossier patient informatisé
skill-movement-analysis = Analyse du mouvement
skill-exercise-therapy = Exercice thérapeutique
skill-manual-therapy = Thérapie manuelle
skill-rehabilitation-planning = Planification de la rééducation
skill-patient-education = Éducation thérapeutique


## Education

skill-lesson-planning = Préparation des cours
skill-classroom-management = Gestion de classe
skill-differentiated-instruction = Différenciation pédagogique
skill-learning-assessment = Évaluation des acquis
skill-literacy-instruction = Enseignement de la lecture et de l’écriture
