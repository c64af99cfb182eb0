-- attendu : échec 5
-- Une table du fichier, prise par une fonction que « existe » appelle.
local vus = {}
local function note(l, e)
  l[1] = e
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe(dossier.demandes, function(d) return note(vus, d.pays) end),
  sinon = refus "non",
}
