### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Terminplanung
skill-document-management = Dokumentenmanagement
skill-meeting-preparation = Sitzungsvorbereitung
skill-minute-taking = Protokollführung
skill-travel-planning = Reiseplanung


## Warehouse

skill-goods-receiving = Wareneingang
skill-order-picking = Kommissionierung
skill-load-securing = Ladungssicherung
skill-warehouse-safety = Arbeitssicherheit im Lager


## Supply chain

skill-demand-planning = Bedarfsplanung
skill-procurement = Beschaffung
skill-supplier-management = Lieferantenmanagement
skill-transport-planning = Transportplanung
skill-erp-systems = ERP-Systeme
