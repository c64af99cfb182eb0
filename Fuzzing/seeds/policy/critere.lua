critere "C" {
  titre = "Essai", source = "Essai", si = connu(expertise.domaine),
  exige = parmi(collectivite.nature, { "commune", "region" }) and nombre(expertise.experts) >= 1,
  sinon = piece "Il manque {nombre(expertise.experts)} {{expert}}.",
}
