local grande = population > 1000 et outre_mer
