niveaux {
  { a_partir_de = 0, nom = "normale" },
  { a_partir_de = 0, nom = "haute" },
}
