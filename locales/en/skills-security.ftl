### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Incident response
skill-log-analysis = Log analysis
skill-vulnerability-management = Vulnerability management
skill-access-management = Access management


## Databases

skill-database-administration = Database administration
skill-backup-and-recovery = Backup and recovery
skill-query-tuning = Query tuning


## Recruiting

skill-candidate-sourcing = Candidate sourcing
skill-structured-interviewing = Structured interviewing
