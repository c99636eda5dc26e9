### Facts of a job description

# Names of the facts, and what can be chosen.
field-employment-type = Employment type
field-employment-type-full-time = Full-time
field-employment-type-part-time = Part-time

field-work-mode = Workplace
field-work-mode-on-site = On-site
field-work-mode-hybrid = Hybrid
field-work-mode-remote = Remote

field-level = Level
field-level-entry = Entry level
field-level-experienced = Experienced
field-level-lead = Leadership

field-pay = Pay

# What an employer fills in for the pay.
placeholder-pay = [salary range]
