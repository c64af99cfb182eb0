-- attendu : refusé politique.construction-imbriquee 3
-- Une construction prise dans une variable.
local c = critere
c "ATTAQUE" { titre = "A", source = "A", exige = true, sinon = refus "non" }
