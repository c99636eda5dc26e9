### Skills of the roles in health care and in education.

## Health care

skill-patient-assessment = Αξιολόγηση ασθενών
skill-care-planning = Σχεδιασμός νοσηλευτικής φροντίδας
skill-medication-administration = Χορήγηση φαρμάκων
skill-infection-control = Πρόληψη λοιμώξεων
skill-health-records = Ηλεκτρονικός φάκελος ασθενούς
skill-movement-analysis = Ανάλυση κίνησης
skill-exercise-therapy = Θεραπευτική άσκηση
skill-manual-therapy = Manual therapy
skill-rehabilitation-planning = Σχεδιασμός αποκατάστασης
skill-patient-education = Εκπαίδευση ασθενών


## Education

skill-lesson-planning = Σχεδιασμός διδασκαλίας
skill-classroom-management = Διαχείριση τάξης
skill-differentiated-instruction = Διαφοροποιημένη διδασκαλία
skill-learning-assessment = Αξιολόγηση της μάθησης
skill-literacy-instruction = Διδασκαλία ανάγνωσης και γραφής
