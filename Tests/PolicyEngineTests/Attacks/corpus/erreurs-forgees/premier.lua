-- attendu : échec 4
-- Un message qui imite l’absence d’élément.
local function attaque(n)
  if n > 0 then error("« premier » n’a trouvé aucun élément qui convienne") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
