-- attendu : refusé politique.fonction-globale 3
-- Une fonction de bibliothèque redéfinie.
function math.floor(x) return x end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
