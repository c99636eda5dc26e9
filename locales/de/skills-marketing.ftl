### Skills of the roles in marketing and in sales.

## Marketing

skill-paid-advertising = Bezahlte Online-Werbung
skill-seo = Suchmaschinenoptimierung
skill-email-marketing = E-Mail-Marketing
skill-web-analytics = Webanalyse


## Market research

skill-survey-design = Fragebogenentwicklung
skill-qualitative-research = Qualitative Forschung
skill-competitor-analysis = Wettbewerbsanalyse


## Sales

skill-prospecting = Neukundengewinnung
skill-negotiation = Verhandlungsführung
skill-territory-planning = Gebietsplanung
skill-crm-software = CRM-Software
skill-sales-forecasting = Absatzprognosen
skill-team-leadership = Teamführung
skill-coaching = Coaching
