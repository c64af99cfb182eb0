niveaux { }
