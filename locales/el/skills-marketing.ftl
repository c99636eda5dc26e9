### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Πληρωμένη διαδικτυακή διαφήμιση
skill-seo = Βελτιστοποίηση για μηχανές αναζήτησης (SEO)
skill-email-marketing = Email marketing
skill-web-analytics = Ανάλυση δεδομένων ιστοτόπου


## Market research

skill-survey-design = Σχεδιασμός ερευνών με ερωτηματολόγιο
skill-qualitative-research = Ποιοτική έρευνα
skill-competitor-analysis = Ανάλυση ανταγωνισμού


## Sales

skill-prospecting = Προσέλκυση νέων πελατών
skill-negotiation = Διαπραγμάτευση
skill-territory-planning = Προγραμματισμός περιοχών πωλήσεων
skill-crm-software = Λογισμικό CRM
skill-sales-forecasting = Πρόβλεψη πωλήσεων
skill-team-leadership = Καθοδήγηση ομάδας
skill-coaching = Coaching
