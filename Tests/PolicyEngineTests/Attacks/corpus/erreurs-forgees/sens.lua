-- attendu : échec 4
-- Un message qui retourne le sens d’écriture.
local function attaque(n)
  if n > 0 then error("\u{202E}elbarovaf") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
