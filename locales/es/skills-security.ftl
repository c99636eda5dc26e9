### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Respuesta a incidentes
skill-log-analysis = Análisis de registros
skill-vulnerability-management = Gestión de vulnerabilidades
skill-access-management = Gestión de accesos


## Databases

skill-database-administration = Administración de bases de datos
skill-backup-and-recovery = Copias de seguridad y recuperación
skill-query-tuning = Optimización de consultas


## Recruiting

skill-candidate-sourcing = Búsqueda activa de candidatos
skill-structured-interviewing = Entrevistas estructuradas
