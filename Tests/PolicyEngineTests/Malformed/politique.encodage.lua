-- Règles de la délégation

