### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Réponse aux incidents
skill-log-analysis = Analyse de journaux
skill-vulnerability-management = Gestion des vulnérabilités
skill-access-management = Gestion des accès


## Databases

skill-database-administration = Administration de bases de données
skill-backup-and-recovery = Sauvegarde et restauration
skill-query-tuning = Optimisation de requêtes


## Recruiting

skill-candidate-sourcing = Recherche de candidats (sourcing)
skill-structured-interviewing = Entretiens structurés
