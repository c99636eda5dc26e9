### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Reaktion auf Sicherheitsvorfälle
skill-log-analysis = Protokollanalyse
skill-vulnerability-management = Schwachstellenmanagement
skill-access-management = Berechtigungsmanagement


## Databases

skill-database-administration = Datenbankadministration
skill-backup-and-recovery = Datensicherung und Wiederherstellung
skill-query-tuning = Abfrageoptimierung


## Recruiting

skill-candidate-sourcing = Active Sourcing
skill-structured-interviewing = Strukturierte Interviews
