office-cafe = Γνωρίστε την ομάδα στο καφέ
## fault: missing-attribute
office-hours = Δευτέρα έως Παρασκευή, 9 με 5
