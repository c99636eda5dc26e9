### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Gestión de agendas
skill-document-management = Gestión documental
skill-meeting-preparation = Preparación de reuniones
skill-minute-taking = Redacción de actas
skill-travel-planning = Organización de viajes


## Warehouse

skill-goods-receiving = Recepción de mercancías
skill-order-picking = Preparación de pedidos
skill-load-securing = Sujeción de la carga
skill-warehouse-safety = Seguridad en el almacén


## Supply chain

skill-demand-planning = Planificación de la demanda
skill-procurement = Aprovisionamiento
skill-supplier-management = Gestión de proveedores
skill-transport-planning = Planificación del transporte
skill-erp-systems = Sistemas ERP
