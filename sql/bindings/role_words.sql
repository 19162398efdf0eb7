-- The roles of a city as words of a regular expression: all but those of the backup and of the programs' logins.
owner|definer|audit|verifier|window|appraiser|carrier|guard|agency|pool|personnel|mover|provisioner|worker|auditor
