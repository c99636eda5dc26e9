### Skills of the roles in design, data science and platform engineering.

## Design

skill-user-research = Έρευνα χρηστών
skill-interaction-design = Σχεδιασμός αλληλεπίδρασης
skill-prototyping = Δημιουργία πρωτοτύπων
skill-usability-testing = Δοκιμές ευχρηστίας
skill-design-systems = Design systems
skill-typography = Τυπογραφία
skill-page-layout = Σελιδοποίηση
skill-brand-identity = Ταυτότητα μάρκας
skill-image-editing = Επεξεργασία εικόνας
skill-vector-graphics = Διανυσματικά γραφικά
skill-print-production = Παραγωγή εντύπων


## Data science

skill-machine-learning = Μηχανική μάθηση
skill-experiment-design = Σχεδιασμός πειραμάτων


## Platforms and operations

skill-linux = Linux
skill-infrastructure-as-code = Υποδομή ως κώδικας
skill-kubernetes = Kubernetes
skill-monitoring = Παρακολούθηση και ειδοποιήσεις
