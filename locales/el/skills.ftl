### Skills, shown as tags on job descriptions. The id is `skill-` and the id of the skill.

## Software development

skill-java = Java
skill-javascript = JavaScript
skill-typescript = TypeScript
skill-python = Python
skill-html-css = HTML και CSS
skill-spring = Spring
skill-sql = SQL
skill-git = Git
skill-docker = Docker
skill-rest-apis = REST API
skill-cloud-platforms = Πλατφόρμες cloud
skill-continuous-integration = Συνεχής ενσωμάτωση
skill-debugging = Αποσφαλμάτωση
skill-web-accessibility = Προσβασιμότητα ιστού


## Testing

skill-automated-testing = Αυτοματοποιημένες δοκιμές
skill-test-automation = Αυτοματοποίηση δοκιμών
skill-bug-tracking = Παρακολούθηση σφαλμάτων


## Data

skill-spreadsheets = Υπολογιστικά φύλλα
skill-data-visualization = Οπτικοποίηση δεδομένων
skill-statistics = Στατιστική


## Communication and customer service

skill-written-communication = Γραπτή επικοινωνία
skill-active-listening = Ενεργητική ακρόαση
skill-conflict-resolution = Επίλυση συγκρούσεων
skill-help-desk-software = Λογισμικό help desk


## Human resources

skill-employment-law = Εργατικό δίκαιο
skill-payroll = Μισθοδοσία
skill-recruiting = Προσλήψεις
skill-hr-software = Λογισμικό HR
