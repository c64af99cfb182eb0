-- Les tableaux que lisent les règles : un fichier CSV chacun, à ouvrir dans un tableur.
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

-- Les comités de sélection, du plus ancien au plus récent.
donnees "comites" {
  fichier  = "donnees/comites.csv",
  colonnes = { date = "jour", limite = "jour", source = "texte" },
}

-- Les pays où l’aide publique au développement est suspendue, et depuis quand.
donnees "suspensions" {
  fichier  = "donnees/suspensions.csv",
  colonnes = { pays = "pays", suspendue_le = "jour", source = "texte" },
}

-- Les catégories juridiques de l’INSEE et les natures qui s’accordent avec elles.
-- Un même code peut tenir plusieurs lignes. Le code est un texte : on ne calcule pas avec.
donnees "formes_juridiques" {
  fichier  = "donnees/formes_juridiques.csv",
  colonnes = { code = "texte", libelle = "texte", nature = "texte", source = "texte" },
}
