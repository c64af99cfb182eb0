-- attendu : échec 5
-- Une table du fichier passée en argument.
local vus = {}
local function attaque(l)
  table.insert(l, 1)
  return nombre(l) == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(vus),
  sinon = refus "non",
}
