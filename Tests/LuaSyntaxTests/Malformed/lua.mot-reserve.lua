local end = 3
