### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Publicidade digital paga
skill-seo = Otimização para motores de busca (SEO)
skill-email-marketing = Email marketing
skill-web-analytics = Análise de dados web


## Market research

skill-survey-design = Conceção de inquéritos
skill-qualitative-research = Estudos qualitativos
skill-competitor-analysis = Análise da concorrência


## Sales

skill-prospecting = Prospeção comercial
skill-negotiation = Negociação
skill-territory-planning = Planeamento de zonas de venda
skill-crm-software = Software de CRM
skill-sales-forecasting = Previsão de vendas
skill-team-leadership = Liderança de equipas
skill-coaching = Coaching
