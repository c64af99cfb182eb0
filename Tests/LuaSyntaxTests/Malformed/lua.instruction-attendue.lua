local seuil = 3 ;
; 4
