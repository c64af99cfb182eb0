// Facts and levels that a policy declares, and names that clash.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct DeclarationTests {
    private static let facts = [
        LoadingFault("other path", "champ \"collectivite.x\" { titre = \"T\", type = \"texte\" }", "X"),
        LoadingFault("deeper path", "champ \"complements.a.b\" { titre = \"T\", type = \"texte\" }", "X"),
        LoadingFault("accent", "champ \"complements.é\" { titre = \"T\", type = \"texte\" }", "X"),
        LoadingFault("keyword", "champ \"complements.end\" { titre = \"T\", type = \"texte\" }", "X"),
        LoadingFault("unknown type", "champ \"complements.x\" { titre = \"T\", type = \"text\" }", "X"),
        LoadingFault(
            "values of a number",
            "champ \"complements.x\" { titre = \"T\", type = \"entier\", valeurs = { \"a\" } }", "X"),
        LoadingFault(
            "values that are no texts",
            "champ \"complements.x\" { titre = \"T\", type = \"texte\", valeurs = { 1, \"a\", \"a\" } }",
            "X"),
        LoadingFault(
            "no value", "champ \"complements.x\" { titre = \"T\", type = \"texte\", valeurs = {} }", "X"),
        LoadingFault(
            "declared twice",
            """
            champ "complements.x" { titre = "T", type = "texte" }
            champ "complements.x" { titre = "T", type = "entier" }
            """, "X"),
    ]

    @Test(arguments: facts)
    func `a wrong fact is reported`(fault: LoadingFault) {
        #expect(LoadedFolder(rules: fault.text).ruleFindings == fault.expected)
    }

    @Test func `a fact takes its type, its unit and its values`() throws {
        let rules = """
            champ "complements.duree" { titre = "durée", type = "entier", unite = "mois" }
            champ "complements.avis" { titre = "avis", type = "texte", valeurs = { "oui", "non" } }
            """

        let facts = try LoadedFolder(rules: rules).regime().declarations.facts

        #expect(facts.map(\.field.name) == ["duree", "avis"])
        #expect(facts[0].field.type == .integer && facts[0].field.unit == "mois")
        #expect(facts[0].field.title == "durée" && !facts[0].field.isRequired)
        let list = ClosedList(name: "complements.avis", values: ["oui", "non"])
        #expect(facts[1].field.type == .closed(list))
    }

    private static let levels = [
        LoadingFault("no level", "niveaux {}", "X"),
        LoadingFault("missing name", "niveaux { { a_partir_de = 3 } }", "X"),
        LoadingFault("text for points", "niveaux { { a_partir_de = \"3\", nom = \"h\" } }", "X"),
        LoadingFault("named level", "niveaux { haute = 30 }", "X"),
        LoadingFault(
            "repeats", """
            niveaux {
              { a_partir_de = 3, nom = "a" },
              { a_partir_de = 3.0, nom = "b" },
              { a_partir_de = 4, nom = "a" },
            }
            """, "X"),
        LoadingFault(
            "two lists", """
            niveaux { { a_partir_de = 0, nom = "a" } }
            niveaux { { a_partir_de = 0, nom = "a" } }
            """, "X"),
    ]

    @Test(arguments: levels)
    func `wrong levels are reported`(fault: LoadingFault) {
        #expect(LoadedFolder(rules: fault.text).ruleFindings == fault.expected)
    }

    @Test func `levels go from the highest to the lowest, however they are written`() throws {
        let rules = """
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
            """

        let levels = try LoadedFolder(rules: rules).regime().declarations.levels

        #expect(levels.map { $0.value.levels.map(\.name) } == [["haute", "normale"]])
        #expect(levels[0].value.name(for: 29.5) == "normale")
    }

    private static func named(_ name: String) -> String {
        """
        parametre "\(name)" { titre = "T", valeurs = {
          { du = jour "2020-01-01", valeur = 1, source = "S" } } }
        """
    }

    private static let names = [
        LoadingFault("accent", named("é"), "X"),
        LoadingFault("digit first", named("3x"), "X"),
        LoadingFault("hyphen", named("a-b"), "X"),
        LoadingFault("empty", named(""), "X"),
        LoadingFault("keyword", named("end"), "X"),
        LoadingFault("fact", named("dossier"), "X"),
        LoadingFault("first day of a validity", named("debut"), "X"),
        LoadingFault("function", named("parmi"), "X"),
        LoadingFault("library", named("math"), "X"),
        LoadingFault("consequence", named("refus"), "X"),
        LoadingFault("environment", named("_ENV"), "X"),
        LoadingFault("of the engine", named("__"), "X"),
        LoadingFault("twice", named("a") + "\n" + named("a"), "X"),
        LoadingFault(
            "parameter and calcul", """
            calcul "K" { titre = "T", source = "S", nom = "a", valeur = 1 }
            """ + "\n" + named("a"), "X"),
        LoadingFault(
            "calcul", """
            calcul "K" { titre = "T", source = "S", nom = "demande", valeur = 1 }
            """, "X"),
    ]

    @Test(arguments: names)
    func `a name that is taken or that Lua refuses is reported`(fault: LoadingFault) {
        #expect(LoadedFolder(rules: fault.text).ruleFindings == fault.expected)
    }

    @Test func `a table takes a name of its own`() {
        let rules = DeclarationTests.named("a") + "\ndonnees \"a\" { fichier = \"a.csv\" }"

        let folder = LoadedFolder(rules: rules, tables: ["a.csv": "source\n"])

        #expect(folder.ruleFindings == ["X"])
    }
}
