local nom = collectivite:nom
