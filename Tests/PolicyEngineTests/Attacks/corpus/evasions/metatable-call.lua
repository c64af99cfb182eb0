-- attendu : échec 8
-- Une table qui porte « __call » comme champ n’est pas une fonction.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(t)
  return t(1) == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = { ["__call"] = 1 } }, minuscules("A"))),
  sinon = refus "non",
}
