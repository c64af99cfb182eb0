-- attendu : refusé politique.fonction-absente 4
-- Un texte invalide parcouru par « utf8.codes ».
local function attaque(n)
  for _ in utf8.codes("\xff") do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
