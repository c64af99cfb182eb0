niveaux {
  { a_partir_de = 0, nom = "normale" },
  { a_partir_de = 30, nom = "haute" },
}

niveaux {
  { a_partir_de = 0, nom = "normale" },
  { a_partir_de = 50, nom = "très haute" },
}
