### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Patient assessment
skill-care-planning = Care planning
skill-medication-administration = Medication administration
skill-infection-control = Infection control
skill-health-records = Electronic health records
skill-movement-analysis = Movement analysis
skill-exercise-therapy = Exercise therapy
skill-manual-therapy = Manual therapy
skill-rehabilitation-planning = Rehabilitation planning
skill-patient-education = Patient education


## Education

skill-lesson-planning = Lesson planning
skill-classroom-management = Classroom management
skill-differentiated-instruction = Differentiated instruction
skill-learning-assessment = Assessment of learning
skill-literacy-instruction = Reading and writing instruction
