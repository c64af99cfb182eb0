local bornes = { end = 3 }
