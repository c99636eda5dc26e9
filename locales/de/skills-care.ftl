### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Pflegeassessment
skill-care-planning = Pflegeplanung
skill-medication-administration = Medikamentengabe
skill-infection-control = Infektionsprävention
skill-health-records = Elektronische Patientenakte
skill-movement-analysis = Bewegungsanalyse
skill-exercise-therapy = Bewegungstherapie
skill-manual-therapy = Manuelle Therapie
skill-rehabilitation-planning = Rehabilitationsplanung
skill-patient-education = Patientenschulung


## Education

skill-lesson-planning = Unterrichtsplanung
skill-classroom-management = Klassenführung
skill-differentiated-instruction = Differenzierter Unterricht
skill-learning-assessment = Lernstandsdiagnostik
skill-literacy-instruction = Schriftspracherwerb
