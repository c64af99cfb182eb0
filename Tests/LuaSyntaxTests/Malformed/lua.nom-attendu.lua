local 1 = 3
