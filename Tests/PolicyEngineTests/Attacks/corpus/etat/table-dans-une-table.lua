-- attendu : échec 5
-- Une table du fichier cachée dans une autre.
local boite = { vus = {} }
local function attaque(b)
  b.vus.n = 1
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(boite),
  sinon = refus "non",
}
