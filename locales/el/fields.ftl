### Στοιχεία μιας περιγραφής θέσης

# Ονόματα των στοιχείων και επιλογές. Το .slug είναι μέρος της διεύθυνσης.
field-employment-type = Απασχόληση
    .slug = apascholisi
field-employment-type-full-time = Πλήρης απασχόληση
    .slug = pliris
field-employment-type-part-time = Μερική απασχόληση
    .slug = meriki

field-work-mode = Τρόπος εργασίας
    .slug = tropos-ergasias
field-work-mode-on-site = Στον χώρο εργασίας
    .slug = ston-choro-ergasias
field-work-mode-hybrid = Υβριδικά
    .slug = yvridika
field-work-mode-remote = Εξ αποστάσεως
    .slug = ex-apostaseos

field-level = Επίπεδο
    .slug = epipedo
field-level-entry = Χωρίς προϋπηρεσία
    .slug = choris-proypiresia
field-level-experienced = Με προϋπηρεσία
    .slug = me-proypiresia
field-level-lead = Θέση ευθύνης
    .slug = thesi-efthynis

field-pay = Αποδοχές

# Τι συμπληρώνει ο εργοδότης για τις αποδοχές.
placeholder-pay = [εύρος αποδοχών]
