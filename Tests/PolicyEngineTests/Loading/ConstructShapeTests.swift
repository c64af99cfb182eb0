// Constructs that are not written as they must be.
// SPDX-License-Identifier: MIT

import Testing

struct ConstructShapeTests {
    private static let shapes = [
        LoadingFault(
            "no identifier", "critere { titre = \"T\" }",
            "1:1 politique.forme: « critere » sans identifiant"),
        LoadingFault(
            "parenthesised arguments", "critere(\"C\", { titre = \"T\" })",
            "1:1 politique.forme: « critere » ne s’écrit pas ainsi"),
        LoadingFault(
            "no table", "priorite \"P\"",
            "1:1 politique.forme: « priorite » sans table de champs"),
        LoadingFault(
            "no argument", "calcul()",
            "1:1 politique.forme: « calcul » ne s’écrit pas ainsi"),
        LoadingFault(
            "computed identifier", "local x = \"C\"\nsignalement(x) { titre = \"T\" }",
            "2:13 politique.forme: l’identifiant de « signalement » n’est pas un texte entre "
                + "guillemets"),
        LoadingFault(
            "computed table", "local t = {}\nvalidite \"V\" (t)",
            "2:15 politique.forme: les champs de « validite » ne sont pas écrits entre accolades"),
        LoadingFault(
            "levels with an identifier", "niveaux \"n\" { { nom = \"haute\" } }",
            "1:9 politique.forme: « niveaux » ne s’écrit pas ainsi"),
        LoadingFault(
            "levels from a name", "local n = {}\nniveaux(n)",
            "2:9 politique.forme: « niveaux » ne s’écrit pas ainsi"),
        LoadingFault(
            "misspelt construct", "critre \"C\" {}",
            "1:1 politique.construction-inconnue: construction « critre » inconnue → critere"),
        LoadingFault(
            "capital letter", "Parametre \"p\" {}",
            "1:1 politique.construction-inconnue: construction « Parametre » inconnue → parametre"),
        LoadingFault(
            "misspelt levels", "niveau { { a_partir_de = 1, nom = \"x\" } }",
            "1:1 politique.construction-inconnue: construction « niveau » inconnue → niveaux"),
        LoadingFault(
            "nothing near", "condition \"C\" {}",
            "1:1 politique.construction-inconnue: construction « condition » inconnue"),
        LoadingFault(
            "accent", "critère \"C\" {}",
            "1:1 lua.nom-non-ascii: nom « critère » écrit avec une lettre accentuée ou étrangère "
                + "→ critere"),
        LoadingFault(
            "blank identifier",
            """
            signalement "A B" { titre = "T", source = "S", si = true, message = "M" }
            signalement "" { titre = "T", source = "S", si = true, message = "M" }
            """,
            "1:13 politique.identifiant: identifiant « A B » avec une espace ou un signe invisible",
            "2:13 politique.identifiant: identifiant vide"),
    ]

    @Test(arguments: shapes)
    func `a construct of another shape is refused`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `a call of the file's own function is no construct`() {
        let rules = """
            local function note(x) return function(t) return x, t end end
            note "C" { 1 }
            table.insert({}, { 1 })
            """

        let folder = LoadedFolder(rules: rules)

        #expect(folder.findings == [])
    }
}
