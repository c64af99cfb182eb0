-- Ce que l’instructeur doit savoir sous le PACT 3. Un signalement ne change jamais l’avis.
-- SPDX-License-Identifier: MIT

signalement "SIG-09" {
  titre   = "Un partenariat est déjà actif dans le pays visé",
  source  = "Wiki territorial du CNFPT, projection de l’expertise territoriale à l’international",
  si      = existe(dossier.partenariats, { pays = demande.pays, actif = true }),
  message = "{nom_pays(demande.pays)} : le demandeur y a déjà un partenariat actif, or le PACT 3 soutient ceux qui n’ont pas encore de programme dans le pays visé.",
  note    = "Choix du service : signaler sans refuser. EXPE-CT ne reprend pas cette condition.",
}
