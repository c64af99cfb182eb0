-- attendu : échec 4
-- Une fonction qui garde sa propre table.
local function ajoute(l)
  l[1] = 1
  return true
end
local function fabrique()
  local l = {}
  return function() return ajoute(l) end
end
local compteur = fabrique()
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = compteur(),
  sinon = refus "non",
}
