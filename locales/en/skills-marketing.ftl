### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Paid online advertising
skill-seo = Search engine optimization
skill-email-marketing = Email marketing
skill-web-analytics = Web analytics


## Market research

skill-survey-design = Survey design
skill-qualitative-research = Qualitative research
skill-competitor-analysis = Competitor analysis


## Sales

skill-prospecting = Prospecting
skill-negotiation = Negotiation
skill-territory-planning = Territory planning
skill-crm-software = CRM software
skill-sales-forecasting = Sales forecasting
skill-team-leadership = Team leadership
skill-coaching = Coaching
