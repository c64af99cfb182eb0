local function plusieurs(liste, minimum)
  local n = 0
  for i = 1, 3 do n = n + i end
  if n > minimum then return existe(liste, { statut = "elu" }) end
  while n < 10 do n = n * 2 end
  return tous(liste, function(e) return e.statut ~= "autre" end)
end
critere "C" {
  titre = "Essai", source = "Essai", sinon = refus "non",
  exige = si_sinon(defaut(collectivite.population, 0) > 3.5, plusieurs(expertise.experts, 2), not true),
}
