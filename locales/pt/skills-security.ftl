### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Resposta a incidentes
skill-log-analysis = Análise de registos
skill-vulnerability-management = Gestão de vulnerabilidades
skill-access-management = Gestão de acessos


## Databases

skill-database-administration = Administração de bases de dados
skill-backup-and-recovery = Cópias de segurança e recuperação
skill-query-tuning = Otimização de consultas


## Recruiting

skill-candidate-sourcing = Procura ativa de candidatos
skill-structured-interviewing = Entrevistas estruturadas
