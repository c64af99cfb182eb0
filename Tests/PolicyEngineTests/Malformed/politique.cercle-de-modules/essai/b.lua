local a = require "essai/a"
return { minimum = a.minimum }
