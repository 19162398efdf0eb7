-- All roles that a policy file may grant to, in a list: what each had is revoked before the file grants anew.
{city}_agency, {city}_pool, {city}_personnel, {city}_mover, {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer,
{city}_audit, {city}_verifier, {city}_window, {city}_appraiser, {city}_carrier, {city}_guard
