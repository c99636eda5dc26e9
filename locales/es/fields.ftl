### Datos de una descripción de puesto

# Nombres de los datos y opciones. .slug es una parte de la dirección.
field-employment-type = Jornada
    .slug = jornada
field-employment-type-full-time = Jornada completa
    .slug = completa
field-employment-type-part-time = Jornada parcial
    .slug = parcial

field-work-mode = Modalidad
    .slug = modalidad
field-work-mode-on-site = Presencial
    .slug = presencial
field-work-mode-hybrid = Híbrida
    .slug = hibrida
field-work-mode-remote = A distancia
    .slug = a-distancia

field-level = Nivel
    .slug = nivel
field-level-entry = Sin experiencia
    .slug = sin-experiencia
field-level-experienced = Con experiencia
    .slug = con-experiencia
field-level-lead = Con personal a cargo
    .slug = con-personal-a-cargo

field-pay = Salario

# Lo que la empresa rellena como salario.
placeholder-pay = [banda salarial]
