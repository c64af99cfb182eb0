critere "C" {
  titre = "Essai " .. "é", source = [[Essai]], sinon = refus("« {collectivite.nom} »"),
  exige = collectivite.nom .. "x" ~= 'y' and #collectivite.nom > 3,
}
