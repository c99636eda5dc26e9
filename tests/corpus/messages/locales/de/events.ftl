## fault: obsolete-file, obsolete-message
event-title = Tag der offenen Tür
## fault: obsolete-message
event-date = Am ersten Samstag im Mai
