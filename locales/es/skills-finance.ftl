### Skills of the roles in finance and in retail.

## Finance

skill-bookkeeping = Teneduría de libros
skill-account-reconciliation = Conciliación de cuentas
skill-financial-reporting = Informes financieros
skill-tax-returns = Declaraciones fiscales
skill-accounting-software = Software de contabilidad
skill-financial-modeling = Modelización financiera
skill-budgeting = Elaboración de presupuestos


## Retail

skill-product-advice = Asesoramiento sobre productos
skill-cash-handling = Manejo de caja
skill-visual-merchandising = Visual merchandising
skill-stock-control = Control de existencias
