### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Escrituração contabilística
skill-account-reconciliation = Reconciliação de contas
skill-financial-reporting = Relato financeiro
skill-tax-returns = Declarações fiscais
skill-accounting-software = Software de contabilidade
skill-financial-modeling = Modelação financeira
skill-budgeting = Elaboração de orçamentos


## Retail

skill-product-advice = Aconselhamento sobre produtos
skill-cash-handling = Operação de caixa
skill-visual-merchandising = Visual merchandising
skill-stock-control = Controlo de stocks
