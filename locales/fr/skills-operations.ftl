### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Gestion d’agendas
skill-document-management = Gestion documentaire
skill-meeting-preparation = Préparation de réunions
skill-minute-taking = Rédaction de comptes rendus
skill-travel-planning = Organisation de déplacements


## Warehouse

skill-goods-receiving = Réception des marchandises
skill-order-picking = Préparation de commandes
skill-load-securing = Arrimage des charges
skill-warehouse-safety = Sécurité en entrepôt


## Supply chain

skill-demand-planning = Planification de la demande
skill-procurement = Achats et approvisionnement
skill-supplier-management = Gestion des fournisseurs
skill-transport-planning = Planification des transports
skill-erp-systems = Systèmes ERP
