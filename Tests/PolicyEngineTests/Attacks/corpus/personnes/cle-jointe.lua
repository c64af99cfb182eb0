-- attendu : refusé politique.fait-personnel 7
-- Le nom d’un fait personnel mis en deux morceaux.
local cle = "savoir" .. "_faire"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(expertise.references) > 50,
  sinon = refus "{expertise[cle]}",
}
