-- Ce qu’aucune attaque ne change : un fait, un paramètre, une table, un calcul et un texte.
calcul "TEMOIN-CALCUL" {
  titre  = "Valeur témoin",
  source = "Essai",
  nom    = "temoin",
  valeur = seuil + presence["ML"].nombre + nombre(expertise.references),
}

critere "TEMOIN" {
  titre  = "Critère témoin",
  source = "Essai",
  exige  = collectivite.nature == "commune" and temoin == 465 and math.floor(2.5) == 2
      and joindre({ "a", "b" }, "-") == "a-b" and existe(comites, { lieu = "Paris" }),
  sinon  = refus "Le témoin est faux pour {collectivite.nom}.",
}
