-- attendu : refusé politique.forme 3
-- Une règle dont l’identifiant est calculé.
critere ("ATT" .. "AQUE") { titre = "A", source = "A", exige = true, sinon = refus "non" }
