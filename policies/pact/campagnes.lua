-- Les campagnes du PACT 2 et du PACT 3, pendant lesquelles les dossiers étaient reçus.
-- SPDX-License-Identifier: MIT

-- Une ligne par campagne : « du » et « jusqu_au », ces deux jours compris. Les règles ne voient que
-- les campagnes ouvertes au jour du dépôt. Aucune date n’est connue : le tableau est livré vide.
donnees "campagnes" {
  fichier  = "donnees/campagnes.csv",
  colonnes = { du = "jour", jusqu_au = "jour", source = "texte" },
}

critere "CAMP-01" {
  titre  = "Dépôt pendant une campagne",
  source = "France Diplomatie, historique de PACT à EXPE-CT : campagnes tous les trois ans",
  exige  = existe(campagnes, function(campagne)
    return entre(dossier.depose_le, campagne.du, campagne.jusqu_au)
  end),
  sinon  = examen "Le dossier est déposé le {dossier.depose_le}, hors de toute campagne du tableau. Les dates des campagnes, tous les trois ans, ne sont pas toutes connues : recevoir le dossier relève de la DAECT.",
  note   = "La règle ne voit que les campagnes ouvertes au jour du dépôt. Choix du service : un tableau vide ne fait pas refuser un dossier.",
}
