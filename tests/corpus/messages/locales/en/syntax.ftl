jobs-title = All jobs
jobs-intro = Find a job that suits you
job-type = { $type ->
    [full] Full time
   *[part] Part time
}
job-level = { $level ->
    [junior] First job
   *[senior] With experience
}
job-contact = Ask { $name }
job-share = Share this job
job-print = Print this page
job-save = Save this job
## fault: duplicate-message
job-save = Save this job for later
## fault: syntax
job-report Report this job
