### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Bookkeeping
skill-account-reconciliation = Account reconciliation
skill-financial-reporting = Financial reporting
skill-tax-returns = Tax returns
skill-accounting-software = Accounting software
skill-financial-modeling = Financial modeling
skill-budgeting = Budgeting


## Retail

skill-product-advice = Product advice
skill-cash-handling = Cash handling
skill-visual-merchandising = Visual merchandising
skill-stock-control = Stock control
