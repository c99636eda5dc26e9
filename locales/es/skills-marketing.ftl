### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Publicidad digital de pago
skill-seo = Posicionamiento en buscadores (SEO)
skill-email-marketing = Marketing por correo electrónico
skill-web-analytics = Analítica web


## Market research

skill-survey-design = Diseño de encuestas
skill-qualitative-research = Investigación cualitativa
skill-competitor-analysis = Análisis de la competencia


## Sales

skill-prospecting = Captación de clientes
skill-negotiation = Negociación
skill-territory-planning = Planificación de zonas de venta
skill-crm-software = Software de CRM
skill-sales-forecasting = Previsión de ventas
skill-team-leadership = Dirección de equipos
skill-coaching = Coaching
