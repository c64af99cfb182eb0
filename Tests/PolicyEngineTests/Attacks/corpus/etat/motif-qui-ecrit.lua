-- attendu : échec 5
-- Un texte qui voudrait garder quelque chose.
local vus = {}
local function note(l)
  l[1] = 1
  return "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{note(vus)}",
}
