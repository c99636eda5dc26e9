### Skills of the roles in operations and administration.

## Office

skill-calendar-management = Gestão de agendas
skill-document-management = Gestão documental
skill-meeting-preparation = Preparação de reuniões
skill-minute-taking = Elaboração de atas
skill-travel-planning = Organização de viagens


## Warehouse

skill-goods-receiving = Receção de mercadorias
skill-order-picking = Preparação de encomendas
skill-load-securing = Acondicionamento de cargas
skill-warehouse-safety = Segurança no armazém


## Supply chain

skill-demand-planning = Planeamento da procura
skill-procurement = Aprovisionamento
skill-supplier-management = Gestão de fornecedores
skill-transport-planning = Planeamento de transportes
skill-erp-systems = Sistemas ERP
