-- Les tableaux que lisent plusieurs programmes : un fichier CSV chacun, à ouvrir dans un tableur.
-- « colonnes » dit ce que chaque colonne contient : une cellule qui n’y convient pas est signalée.
-- SPDX-License-Identifier: MIT

-- Une ligne par pays. Un pays sans ligne est un pays dont la présence n’est pas connue : jamais zéro.
donnees "presence" {
  fichier  = "donnees/presence.csv",
  cle      = "pays",
  colonnes = {
    pays = "pays", nombre = "entier", unite = "texte", au = "texte", exemple = "booleen",
    source = "texte", remarque = "texte",
  },
}

-- Les pays prioritaires de l’aide française. Le tableau est complet depuis le 31 juillet 2013 ; la
-- règle qui le lit commence ce jour-là. Un pays peut y avoir plusieurs lignes, à des périodes différentes.
donnees "pays_prioritaires" {
  fichier  = "donnees/pays_prioritaires.csv",
  cle      = "pays",
  complete = true,
  colonnes = { pays = "pays", source = "texte", remarque = "texte" },
}

-- Les catégories juridiques de l’INSEE et les natures qui s’accordent avec elles.
-- Un même code peut tenir plusieurs lignes. Le code est un texte : on ne calcule pas avec.
donnees "formes_juridiques" {
  fichier  = "donnees/formes_juridiques.csv",
  colonnes = { code = "texte", libelle = "texte", nature = "nature", source = "texte" },
}
