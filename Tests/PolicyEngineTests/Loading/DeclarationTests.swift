// Facts and levels that a policy declares, and names that clash.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct DeclarationTests {
    private static let facts = [
        LoadingFault(
            "other path", "champ \"collectivite.x\" { titre = \"T\", type = \"texte\" }",
            "1:7 politique.complement: « collectivite.x » n’est pas de la forme complements.nom"),
        LoadingFault(
            "deeper path", "champ \"complements.a.b\" { titre = \"T\", type = \"texte\" }",
            "1:7 politique.complement: « complements.a.b » n’est pas de la forme complements.nom"),
        LoadingFault(
            "accent", "champ \"complements.é\" { titre = \"T\", type = \"texte\" }",
            "1:7 politique.complement: « complements.é » n’est pas de la forme complements.nom"),
        LoadingFault(
            "keyword", "champ \"complements.end\" { titre = \"T\", type = \"texte\" }",
            "1:7 politique.complement: « complements.end » n’est pas de la forme complements.nom"),
        LoadingFault(
            "unknown type", "champ \"complements.x\" { titre = \"T\", type = \"text\" }",
            "1:45 politique.valeur-hors-liste: « text » n’est pas une valeur de « type » → "
                + "\"texte\""),
        LoadingFault(
            "values of a number",
            "champ \"complements.x\" { titre = \"T\", type = \"entier\", valeurs = { \"a\" } }",
            "1:55 politique.liste-sans-texte: « valeurs » ne va qu’avec le type « texte », et "
                + "non « entier »"),
        LoadingFault(
            "values that are no texts",
            """
            champ "complements.x" { titre = "T", type = "texte", valeurs = { 1, "a", "a" } }
            """,
            "1:66 politique.type-de-valeur: « valeurs » attend un texte entre guillemets, et non "
                + "un nombre → \"1\"",
            "1:74 politique.valeur-en-double: valeur « a » donnée deux fois"),
        LoadingFault(
            "no value", "champ \"complements.x\" { titre = \"T\", type = \"texte\", valeurs = {} }",
            "1:64 politique.sans-valeur: aucune valeur dans le champ « complements.x »"),
        LoadingFault(
            "declared twice",
            """
            champ "complements.x" { titre = "T", type = "texte" }
            champ "complements.x" { titre = "T", type = "entier" }
            """,
            "2:7 politique.champ-declare-deux-fois: le champ « complements.x » est déjà déclaré"),
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
        LoadingFault(
            "no level", "niveaux {}",
            "1:1 politique.sans-valeur: aucun niveau"),
        LoadingFault(
            "missing name", "niveaux { { a_partir_de = 3 } }",
            "1:11 politique.champ-manquant: champ « nom » manquant dans un niveau"),
        LoadingFault(
            "text for points", "niveaux { { a_partir_de = \"3\", nom = \"h\" } }",
            "1:27 politique.type-de-valeur: « a_partir_de » attend un nombre, et non un texte → 3"),
        LoadingFault(
            "named level", "niveaux { haute = 30 }",
            "1:11 politique.element-nomme: « niveaux » est une liste sans noms de champs"),
        LoadingFault(
            "repeats",
            """
            niveaux {
              { a_partir_de = 3, nom = "a" },
              { a_partir_de = 3.0, nom = "b" },
              { a_partir_de = 4, nom = "a" },
            }
            """,
            "3:19 politique.niveau-en-double: deux niveaux commencent à 3.0 points",
            "4:28 politique.niveau-en-double: deux niveaux portent le nom « a »"),
        LoadingFault(
            "two lists",
            """
            niveaux { { a_partir_de = 0, nom = "a" } }
            niveaux { { a_partir_de = 0, nom = "a" } }
            """,
            "2:1 politique.niveaux-en-double: un régime n’a qu’une liste de niveaux"),
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
        LoadingFault(
            "accent", named("é"),
            "1:11 politique.nom-invalide: « é » ne peut pas servir de nom dans une règle"),
        LoadingFault(
            "digit first", named("3x"),
            "1:11 politique.nom-invalide: « 3x » ne peut pas servir de nom dans une règle"),
        LoadingFault(
            "hyphen", named("a-b"),
            "1:11 politique.nom-invalide: « a-b » ne peut pas servir de nom dans une règle"),
        LoadingFault(
            "empty", named(""),
            "1:11 politique.nom-invalide: «  » ne peut pas servir de nom dans une règle"),
        LoadingFault(
            "keyword", named("end"),
            "1:11 politique.nom-invalide: « end » ne peut pas servir de nom dans une règle"),
        LoadingFault(
            "fact", named("dossier"),
            "1:11 politique.nom-pris: « dossier » est déjà le nom d’un fait"),
        LoadingFault(
            "first day of a validity", named("debut"),
            "1:11 politique.nom-pris: « debut » est déjà le nom d’un fait"),
        LoadingFault(
            "function", named("parmi"),
            "1:11 politique.nom-pris: « parmi » est déjà le nom d’une fonction"),
        LoadingFault(
            "library", named("math"),
            "1:11 politique.nom-pris: « math » est déjà le nom d’une fonction"),
        LoadingFault(
            "consequence", named("refus"),
            "1:11 politique.nom-pris: « refus » est déjà le nom d’un mot du langage"),
        LoadingFault(
            "environment", named("_ENV"),
            "1:11 politique.nom-pris: « _ENV » est déjà le nom d’un mot du langage"),
        LoadingFault(
            "of the engine", named("__"),
            "1:11 politique.nom-reserve: les noms qui commencent par « __ » sont réservés : « __ »"),
        LoadingFault(
            "twice", named("a") + "\n" + named("a"),
            "3:11 politique.nom-en-double: « a » est déjà le nom d’un paramètre"),
        LoadingFault(
            "parameter and calcul",
            """
            calcul "K" { titre = "T", source = "S", nom = "a", valeur = 1 }
            """ + "\n" + named("a"),
            "2:11 politique.nom-en-double: « a » est déjà le nom d’un calcul"),
        LoadingFault(
            "calcul",
            """
            calcul "K" { titre = "T", source = "S", nom = "demande", valeur = 1 }
            """,
            "1:47 politique.nom-pris: « demande » est déjà le nom d’un fait"),
    ]

    @Test(arguments: names)
    func `a name that is taken or that Lua refuses is reported`(fault: LoadingFault) {
        #expect(LoadedFolder(rules: fault.text).ruleFindings == fault.expected)
    }

    @Test func `a table takes a name of its own`() {
        let rules = DeclarationTests.named("a") + "\ndonnees \"a\" { fichier = \"a.csv\" }"

        let folder = LoadedFolder(rules: rules, tables: ["a.csv": "source\n"])

        #expect(
            folder.ruleFindings == [
                "3:9 politique.nom-en-double: « a » est déjà le nom d’un paramètre"
            ])
    }
}
