### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Διαχείριση ημερολογίου
skill-document-management = Διαχείριση εγγράφων
skill-meeting-preparation = Προετοιμασία συνεδριάσεων
skill-minute-taking = Τήρηση πρακτικών
skill-travel-planning = Οργάνωση ταξιδιών


## Warehouse

skill-goods-receiving = Παραλαβή εμπορευμάτων
skill-order-picking = Συλλογή παραγγελιών
skill-load-securing = Στερέωση φορτίων
skill-warehouse-safety = Ασφάλεια στην αποθήκη


## Supply chain

skill-demand-planning = Προγραμματισμός ζήτησης
skill-procurement = Προμήθειες
skill-supplier-management = Διαχείριση προμηθευτών
skill-transport-planning = Προγραμματισμός μεταφορών
skill-erp-systems = Συστήματα ERP
