-- Les changements des règles qu’aucun cas ne peut voir, et pourquoi.
-- SPDX-License-Identifier: MIT

survivant "expe-ct/sans_habillage : 1 → 0 dans string.sub(reste, 1, -2)" {
  raison = "Lua lit le premier caractère d’un texte à la place 0 comme à la place 1 : rien ne change.",
}
