-- attendu : refusé lua.commentaire-non-termine 8
-- Un commentaire qui n’est pas fermé.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
--[==[
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "non",
}
