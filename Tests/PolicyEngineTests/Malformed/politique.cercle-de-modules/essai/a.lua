local b = require "essai/b"
return { minimum = b.minimum }
