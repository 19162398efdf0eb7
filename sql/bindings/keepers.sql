-- The roles that own what acts above its caller, and that nobody can take.
'{city}_definer', '{city}_audit', '{city}_verifier', '{city}_window', '{city}_appraiser', '{city}_carrier', '{city}_guard'
