local grande = population ≥ 1000
