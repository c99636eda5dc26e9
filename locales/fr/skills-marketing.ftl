### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Publicité en ligne
skill-seo = Référencement naturel (SEO)
skill-email-marketing = E-mailing
skill-web-analytics = Mesure d’audience web


## Market research

skill-survey-design = Conception d’enquêtes
skill-qualitative-research = Études qualitatives
skill-competitor-analysis = Analyse de la concurrence


## Sales

skill-prospecting = Prospection commerciale
skill-negotiation = Négociation
skill-territory-planning = Organisation de secteur
skill-crm-software = Logiciels de CRM
skill-sales-forecasting = Prévisions de ventes
skill-team-leadership = Encadrement d’équipe
skill-coaching = Coaching
