### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Tenue de comptes
skill-account-reconciliation = Rapprochement de comptes
skill-financial-reporting = Reporting financier
skill-tax-returns = Déclarations fiscales
skill-accounting-software = Logiciels comptables
skill-financial-modeling = Modélisation financière
skill-budgeting = Élaboration de budgets


## Retail

skill-product-advice = Conseil produit
skill-cash-handling = Tenue de caisse
skill-visual-merchandising = Merchandising visuel
skill-stock-control = Gestion des stocks
