### Dados dos conteúdos, como o contrato ou o local, e listas que se filtram por eles.

# Título dos dados ao lado do texto.
fields-heading = Em resumo

# Intervalos de números, dias e montantes. $from (String) e $to (String): os extremos, tal como se escrevem.
range = { $from }–{ $to }
range-from = a partir de { $from }
range-to = até { $to }

# Montantes por período. $amount (String): o montante.
per-hour = { $amount } por hora
per-day = { $amount } por dia
per-week = { $amount } por semana
per-month = { $amount } por mês
per-year = { $amount } por ano

# Montante pago em vários meses. $amount (String): o montante. $count (Number): o número de meses pagos.
payments = { $amount } ({ $count ->
    [0] { $count } meses
    [one] { $count } mês
    [many] { $count } de meses
   *[other] { $count } meses
})

# Título e resumo de uma página com conteúdos que têm um dado em comum. $collection (String): «Descrições de funções».
# $value (String): o dado, como «Tempo parcial». $field (String): «Regime». $count (Number).
facet-title = { $collection }: { $value }
facet-summary = { $count ->
    [0] { $count } conteúdos
    [one] { $count } conteúdo
    [many] { $count } de conteúdos
   *[other] { $count } conteúdos
} com { $field }: { $value }.

# Por cima dos dados pelos quais se filtra uma lista: título, um dado com o número de conteúdos, o que se mostra depois de uma
# escolha ($count (String): o número, posto pela página) e o botão que volta a mostrar tudo.
filters-heading = Filtrar a lista
filter-value = { $value } ({ $count })
filters-shown = A mostrar: { $count }
filters-reset = Mostrar tudo

# Em listas, um título que vários conteúdos têm, com o que os distingue. $title (String): «Gestor de clientes».
# $distinction (String): «Lisboa».
same-title = { $title } ({ $distinction })

# Conteúdos que são variantes de outro: nome das ligações entre eles, para leitores de ecrã; o que os abre numa lista.
variants-heading = Variantes
variants-count = { $count ->
    [0] { $count } variantes
    [one] { $count } variante
    [many] { $count } de variantes
   *[other] { $count } variantes
}
