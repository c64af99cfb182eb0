// Constructs that are not written as they must be.
// SPDX-License-Identifier: MIT

import Testing

struct ConstructShapeTests {
    private static let shapes = [
        LoadingFault("no identifier", "critere { titre = \"T\" }", "X"),
        LoadingFault("parenthesised arguments", "critere(\"C\", { titre = \"T\" })", "X"),
        LoadingFault("no table", "priorite \"P\"", "X"),
        LoadingFault("no argument", "calcul()", "X"),
        LoadingFault("computed identifier", "local x = \"C\"\nsignalement(x) { titre = \"T\" }", "X"),
        LoadingFault("computed table", "local t = {}\nvalidite \"V\" (t)", "X"),
        LoadingFault("levels with an identifier", "niveaux \"n\" { { nom = \"haute\" } }", "X"),
        LoadingFault("levels from a name", "local n = {}\nniveaux(n)", "X"),
        LoadingFault("misspelt construct", "critre \"C\" {}", "X"),
        LoadingFault("capital letter", "Parametre \"p\" {}", "X"),
        LoadingFault("misspelt levels", "niveau { { a_partir_de = 1, nom = \"x\" } }", "X"),
        LoadingFault("nothing near", "condition \"C\" {}", "X"),
        LoadingFault("accent", "critère \"C\" {}", "X"),
        LoadingFault("blank identifier", """
            signalement "A B" { titre = "T", source = "S", si = true, message = "M" }
            signalement "" { titre = "T", source = "S", si = true, message = "M" }
            """, "X"),
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
