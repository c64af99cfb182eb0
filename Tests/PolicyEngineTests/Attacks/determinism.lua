-- Ce qui, en Lua, tiendrait à l’adresse des tables, à la graine des textes ou au système.

-- L’ordre de « pairs » : celui des clés, nombres puis textes.
local melange = { zebre = 1, [3] = 2, ["é"] = 3, abricot = 4, [1] = 5, Abricot = 6, [2.5] = 7, [-1] = 8 }
for i = 1, 40 do
  melange["cle" .. i * 7919 % 101] = i
end

local function cles(t)
  local l = {}
  for cle in pairs(t) do
    table.insert(l, tostring(cle))
  end
  return joindre(l, " ")
end

-- Des textes longs, que Lua range par leur graine.
local function longs(n)
  local t = {}
  for i = 1, n do
    local cle = "x"
    for _ = 1, 6 do cle = cle .. cle end
    t[cle .. i * 31 % 17] = i
  end
  return t
end

-- Le nombre d’éléments d’une table dont la partie ordonnée dépend des collisions.
local function avec_champs(n)
  local t = {}
  for i = 1, n do
    t["champ" .. i] = true
    t[i] = i
  end
  return t
end

-- Des trous : refusés, plutôt que comptés au hasard.
local function avec_trous(n)
  local t = { a = 1 }
  for i = 1, n do
    t["champ" .. i] = true
    t[2 * i] = i
    t[1] = i
  end
  return nombre(t)
end

-- Deux clés inconnues : l’ordre des manques n’est pas celui des tables.
local function deux_inconnus(a, b, c)
  local t = { [a] = 1, [b] = 2, [c] = 3 }
  return t
end

-- Des tables pour clés : elles se lisent, elles ne se parcourent pas.
local function par_table(n)
  local rang, t = {}, {}
  for i = 1, n do
    rang[i] = { i }
    t[rang[i]] = i
  end
  local total = 0
  for i = 1, n do total = total * 3 + t[rang[i]] end
  return total
end

calcul "DET-PAIRS" {
  titre = "Ordre des clés", source = "Essai", nom = "det_pairs", valeur = cles(melange),
}

calcul "DET-LONGS" {
  titre = "Longues clés", source = "Essai", nom = "det_longs", valeur = cles(longs(17)),
}

calcul "DET-NOMBRE" {
  titre = "Nombre d’éléments", source = "Essai", nom = "det_nombre", valeur = nombre(avec_champs(37)),
}

calcul "DET-TABLES" {
  titre = "Tables pour clés", source = "Essai", nom = "det_tables", valeur = par_table(20),
}

calcul "DET-JOURS" {
  titre  = "Jours", source = "Essai", nom = "det_jours", arrondi = "dernier_jour",
  valeur = jour "2020-02-29" + ans(1),
}

critere "DET-TROUS" {
  titre = "Trous", source = "Essai", exige = avec_trous(12) > 0, sinon = refus "non",
}

critere "DET-MANQUES" {
  titre = "Manques", source = "Essai",
  exige = nombre(deux_inconnus(collectivite.siren, collectivite.code_insee, collectivite.rna)) == 3,
  sinon = refus "non",
}

critere "DET-HYPOTHESES" {
  titre = "Hypothèses dans leur ordre", source = "Essai",
  exige = nombre(defaut(deux_inconnus(collectivite.siren, collectivite.code_insee, collectivite.rna), {})) == 1,
  sinon = refus "{0.1 + 0.2} {1 / 3} {1e100} {-0.0} {2 ^ 53} {5e-324} {0 / 0} {1 << 63}",
}

critere "DET-NOMBRES" {
  titre = "Nombres en texte", source = "Essai",
  exige = joindre({ 0.1, 1 / 3, 1e15, 1e16, 123456789012345.0, 1e100, 2 ^ 63 }, " ") == "",
  sinon = refus "{tostring(0.1)} {tostring(1e15)} {1.5 .. ''}",
}

critere "DET-MOTIF" {
  titre = "Fiche de valeurs", source = "Essai",
  exige = existe(dossier.demandes, { pays = "SN", precise = true, urgente = false, origine = "afd" }),
  sinon = examen "non",
}
