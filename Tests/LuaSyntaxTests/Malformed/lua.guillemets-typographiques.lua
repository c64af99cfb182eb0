local titre = « Durée du label »
