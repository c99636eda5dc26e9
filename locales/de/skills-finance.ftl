### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Buchführung
skill-account-reconciliation = Kontenabstimmung
skill-financial-reporting = Finanzberichterstattung
skill-tax-returns = Steuererklärungen
skill-accounting-software = Buchhaltungssoftware
skill-financial-modeling = Finanzmodellierung
skill-budgeting = Budgetplanung


## Retail

skill-product-advice = Produktberatung
skill-cash-handling = Kassenführung
skill-visual-merchandising = Warenpräsentation
skill-stock-control = Bestandskontrolle
