local durée = 3
