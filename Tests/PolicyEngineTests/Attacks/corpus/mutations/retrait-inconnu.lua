-- attendu : échec 5
-- Une place inconnue à retirer d’une liste du fichier.
local liste = { 1, 2 }
local function attaque(l, place)
  table.remove(l, place)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(liste, nombre(dossier.labels)),
  sinon = refus "non",
}
