-- The same as words of a regular expression, with the owner.
owner|definer|audit|verifier|window|appraiser|carrier|guard|agency|pool|personnel|mover|provisioner|worker|auditor
