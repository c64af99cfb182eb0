-- attendu : refusé politique.construction-imbriquee 4
-- Une règle fabriquée par une boucle.
for i = 1, 1000 do
  critere ("X" .. i) { titre = "x", source = "x", exige = true, sinon = refus "non" }
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
