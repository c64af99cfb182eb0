critere "C-01"
