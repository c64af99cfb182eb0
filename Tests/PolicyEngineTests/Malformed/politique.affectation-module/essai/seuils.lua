return { minimum = 2 }
