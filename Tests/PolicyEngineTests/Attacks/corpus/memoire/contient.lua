-- attendu : arrêté instructions 7
-- La recherche la plus lente : un texte de « a », une partie de « a » qui finit par « b ».
local function attaque(n)
  local t = "a"
  for _ = 1, 11 do t = t .. t end
  local partie = t .. "b"
  for _ = 1, 100000 do if contient(t .. t, partie) then n = n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
