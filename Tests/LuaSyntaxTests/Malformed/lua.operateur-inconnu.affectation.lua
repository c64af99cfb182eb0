seuil += 1
