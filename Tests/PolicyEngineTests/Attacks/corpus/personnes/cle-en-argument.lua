-- attendu : refusé politique.fait-personnel 3
-- Le nom d’un fait personnel donné à une fonction.
local function lit(e, k) return e[k] end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(expertise.references) > 50,
  sinon = refus "{lit(expertise, 'savoir_faire')}",
}
