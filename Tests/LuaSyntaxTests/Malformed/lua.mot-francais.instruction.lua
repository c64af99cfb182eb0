si population > 1000 alors
  seuil = 3
fin
