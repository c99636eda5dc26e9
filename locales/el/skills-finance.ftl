### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Τήρηση λογιστικών βιβλίων
skill-account-reconciliation = Συμφωνία λογαριασμών
skill-financial-reporting = Χρηματοοικονομικές αναφορές
skill-tax-returns = Φορολογικές δηλώσεις
skill-accounting-software = Λογιστικό λογισμικό
skill-financial-modeling = Χρηματοοικονομική μοντελοποίηση
skill-budgeting = Κατάρτιση προϋπολογισμών


## Retail

skill-product-advice = Συμβουλές για προϊόντα
skill-cash-handling = Διαχείριση ταμείου
skill-visual-merchandising = Visual merchandising
skill-stock-control = Διαχείριση αποθέματος
