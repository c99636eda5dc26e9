### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Calendar management
skill-document-management = Document management
skill-meeting-preparation = Meeting preparation
skill-minute-taking = Minute taking
skill-travel-planning = Travel planning


## Warehouse

skill-goods-receiving = Goods receiving
skill-order-picking = Order picking
skill-load-securing = Load securing
skill-warehouse-safety = Warehouse safety


## Supply chain

skill-demand-planning = Demand planning
skill-procurement = Procurement
skill-supplier-management = Supplier management
skill-transport-planning = Transport planning
skill-erp-systems = ERP systems
