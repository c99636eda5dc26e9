### Dados de uma descrição de funções

# Nomes dos dados e opções. .slug é uma parte do endereço.
field-employment-type = Regime
    .slug = regime
field-employment-type-full-time = Tempo inteiro
    .slug = tempo-inteiro
field-employment-type-part-time = Tempo parcial
    .slug = tempo-parcial

field-work-mode = Local de trabalho
    .slug = local-de-trabalho
field-work-mode-on-site = Presencial
    .slug = presencial
field-work-mode-hybrid = Híbrido
    .slug = hibrido
field-work-mode-remote = Remoto
    .slug = remoto

field-level = Nível
    .slug = nivel
field-level-entry = Sem experiência
    .slug = sem-experiencia
field-level-experienced = Com experiência
    .slug = com-experiencia
field-level-lead = Chefia
    .slug = chefia

field-pay = Remuneração

# O que o empregador preenche como remuneração.
placeholder-pay = [intervalo salarial]
