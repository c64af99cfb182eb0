local texte = "\u{FFFFFFFF}"
