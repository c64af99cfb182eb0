-- attendu : arrêté instructions 6
-- Des parenthèses équilibrées sur un long texte.
local function attaque(n)
  local t = "("
  for _ = 1, 15 do t = t .. t end
  for _ = 1, 1000 do if string.find(t, "%b()") == 1 then n = n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
