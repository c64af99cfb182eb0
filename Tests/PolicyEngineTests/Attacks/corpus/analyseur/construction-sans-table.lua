-- attendu : refusé politique.forme 3
-- Une règle sans sa table.
critere "ATTAQUE" ("x")
