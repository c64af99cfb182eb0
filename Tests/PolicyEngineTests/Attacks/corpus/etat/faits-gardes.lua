-- attendu : échec 5
-- Un fait gardé dans une table du fichier pour le dossier suivant.
local garde = {}
local function met(t, v)
  t.v = v
  return t.v == v
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = met(garde, collectivite.nom),
  sinon = refus "non",
}
