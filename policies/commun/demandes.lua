-- Les demandes de mission jointes au dossier : qui demande.
-- SPDX-License-Identifier: MIT

critere "DEM-01" {
  titre  = "La demande ne vient pas d’un État étranger",
  source = "Code général des collectivités territoriales, article L1115-5",
  exige  = demande.origine ~= "etat_etranger",
  sinon  = examen "{nom_pays(demande.pays)} : la demande vient d’un État étranger, avec lequel une collectivité ne passe pas de convention sauf cas prévus ; la suite à donner relève de la DAECT.",
  note   = "L’article limite les conventions et non le label : l’envoi à l’examen est un choix du service.",
}
