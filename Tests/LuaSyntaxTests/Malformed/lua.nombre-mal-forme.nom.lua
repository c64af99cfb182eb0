local 1er_seuil = 3
