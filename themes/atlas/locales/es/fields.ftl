### Datos de los contenidos, como el contrato o el lugar, y listas que se filtran por ellos.

# Título de los datos junto al texto.
fields-heading = De un vistazo

# Intervalos de números, días e importes. $from (String) y $to (String): los extremos, tal como se escriben.
range = { $from }–{ $to }
range-from = desde { $from }
range-to = hasta { $to }

# Importes por periodo. $amount (String): el importe.
per-hour = { $amount } por hora
per-day = { $amount } al día
per-week = { $amount } a la semana
per-month = { $amount } al mes
per-year = { $amount } al año

# Importe que se cobra en varias pagas. $amount (String): el importe. $count (Number): el número de pagas.
payments = { $amount } ({ $count ->
    [one] { $count } paga
    [many] { $count } de pagas
   *[other] { $count } pagas
})

# Título y resumen de una página con los contenidos que tienen un dato en común. $collection (String): «Descripciones de puestos».
# $value (String): el dato, como «Media jornada». $field (String): «Jornada». $count (Number).
facet-title = { $collection }: { $value }
facet-summary = { $count ->
    [one] { $count } contenido
    [many] { $count } de contenidos
   *[other] { $count } contenidos
} con { $field }: { $value }.

# Sobre los datos por los que se filtra una lista: título, un dato con el número de contenidos, lo que se muestra tras elegir
# ($count (String): el número, que pone la página) y el botón que vuelve a mostrarlo todo.
filters-heading = Filtrar la lista
filter-value = { $value } ({ $count })
filters-shown = Se muestran: { $count }
filters-reset = Mostrar todo

# En listas, un título que tienen varios contenidos, con lo que los distingue. $title (String): «Gestor de cuentas».
# $distinction (String): «Madrid».
same-title = { $title } ({ $distinction })

# Contenidos que son variantes de otro: nombre de los enlaces entre ellos, para lectores de pantalla; lo que los abre en una lista.
variants-heading = Variantes
variants-count = { $count ->
    [one] { $count } variante
    [many] { $count } de variantes
   *[other] { $count } variantes
}
