// Parameters: their values one after another.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct ParameterTests {
    /// A parameter whose values stand on lines of their own, from the second.
    private static func parameter(_ values: String...) -> String {
        "parametre \"p\" { titre = \"T\", valeurs = {\n\(values.joined(separator: ",\n")) } }"
    }

    /// A value as a policy writes it.
    private static func value(_ du: String, until end: String? = nil, _ value: String) -> String {
        let end = end.map { "jusqu_au = jour \"\($0)\", " } ?? ""
        return "{ du = jour \"\(du)\", \(end)valeur = \(value), source = \"S\" }"
    }

    private static let faults = [
        LoadingFault(
            "no value", "parametre \"p\" { titre = \"T\", valeurs = {} }",
            "1:40 politique.sans-valeur: aucune valeur dans le paramètre « p »"),
        LoadingFault(
            "no list", "parametre \"p\" { titre = \"T\", valeurs = 3 }",
            "1:40 politique.type-de-valeur: « valeurs » attend une liste entre accolades, et non "
                + "un nombre"),
        LoadingFault(
            "bare number", parameter("3"),
            "2:1 politique.type-de-valeur: « valeurs » attend une table entre accolades, et non "
                + "un nombre"),
        LoadingFault(
            "named value", parameter("a = 3"),
            "2:1 politique.element-nomme: « valeurs » est une liste sans noms de champs"),
        LoadingFault(
            "empty value", parameter("{}"),
            "2:1 politique.champ-manquant: champ « du » manquant dans une valeur du paramètre « "
                + "p »",
            "2:1 politique.champ-manquant: champ « source » manquant dans une valeur "
                + "du paramètre « p »",
            "2:1 politique.champ-manquant: champ « valeur » manquant dans une valeur "
                + "du paramètre « p »"),
        LoadingFault(
            "unknown field",
            parameter("{ du = jour \"2020-01-01\", valeur = 1, source = \"S\", sources = \"S\" }"),
            "2:53 politique.champ-inconnu: champ « sources » inconnu dans une valeur "
                + "du paramètre « p » → source"),
        LoadingFault(
            "blank source", parameter("{ du = jour \"2020-01-01\", valeur = 1, source = \"\" }"),
            "2:48 politique.champ-vide: le texte de « source » est vide"),
        LoadingFault(
            "decimal comma",
            parameter(value("2020-01-01", "0,5")),
            "2:36 politique.virgule-decimale: « 0,5 » est lu comme deux valeurs → 0.5"),
        LoadingFault(
            "number in quotes", parameter(value("2020-01-01", "\"10\"")),
            "2:36 politique.nombre-entre-guillemets: « 10 » est ici un texte, et non un nombre "
                + "→ 10"),
        LoadingFault(
            "decimals in quotes",
            parameter(value("2020-01-01", "\"a\""), value("2021-01-01", "\"0,5\"")),
            "3:36 politique.nombre-entre-guillemets: « 0,5 » est ici un texte, et non un nombre "
                + "→ 0.5"),
        LoadingFault("code with a zero", parameter(value("2020-01-01", "\"01\""))),
        LoadingFault(
            "calculation",
            parameter(value("2020-01-01", "2 * 3")),
            "2:36 politique.type-de-valeur: « valeur » attend une valeur écrite telle quelle, et "
                + "non un calcul"),
        LoadingFault(
            "record", parameter(value("2020-01-01", "{ a = 1 }")),
            "2:38 politique.element-nomme: « valeur » est une liste sans noms de champs"),
        LoadingFault(
            "infinite number",
            parameter(value("2020-01-01", "1e999")),
            "2:36 politique.type-de-valeur: « valeur » attend une valeur écrite telle quelle, et "
                + "non un nombre trop grand"),
        LoadingFault(
            "types",
            parameter(
                value("2020-01-01", "1"),
                value("2021-01-01", "1.5"),
                value("2022-01-01", "\"2\"")),
            "4:36 politique.types-differents: les valeurs de « p » changent de type : un texte "
                + "après un nombre"),
        LoadingFault(
            "types of lists",
            parameter(
                value("2020-01-01", "{}"),
                value("2021-01-01", "{ \"a\" }"),
                value("2022-01-01", "{ true }")),
            "4:36 politique.types-differents: les valeurs de « p » changent de type : une liste "
                + "(vrai ou faux) après une liste (un texte)"),
        LoadingFault(
            "inverted",
            parameter(
                value("2020-02-01", until: "2020-01-31", "1")
            ),
            "2:38 politique.periode-inversee: la période finit le 2020-01-31, avant son début le "
                + "2020-02-01"),
        LoadingFault(
            "same first day",
            parameter(
                value("2020-01-01", "1"),
                value("2020-01-01", "2")),
            "3:8 politique.periodes-chevauchees: deux valeurs commencent le 2020-01-01"),
        LoadingFault(
            "overlap",
            parameter(
                value("2021-01-01", "2"),
                value("2020-01-01", until: "2021-01-03", "1")
            ),
            "2:8 politique.periodes-chevauchees: deux valeurs sont en vigueur du 2021-01-01 au "
                + "2021-01-03"),
        LoadingFault(
            "overlap of a day",
            parameter(
                value("2020-01-01", until: "2021-01-01", "1"),
                value("2021-01-01", "2")),
            "3:8 politique.periodes-chevauchees: deux valeurs sont en vigueur le 2021-01-01"),
        LoadingFault(
            "hole",
            parameter(
                value("2020-01-01", until: "2020-12-29", "1"),
                value("2021-01-01", "2")),
            "2:38 politique.trou-entre-periodes: aucune valeur n’est en vigueur du 2020-12-30 au "
                + "2020-12-31"),
        LoadingFault(
            "hole of a day",
            parameter(
                value("2020-01-01", until: "2020-12-30", "1"),
                value("2021-01-01", "2")),
            "2:38 politique.trou-entre-periodes: aucune valeur n’est en vigueur le 2020-12-31"),
    ]

    @Test(arguments: faults)
    func `a parameter with wrong values is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `values come in order, each until the day before the next`() throws {
        let rules = """
            parametre "p" { titre = "T", valeurs = {
              { du = jour "2022-01-01", valeur = -3, source = "C" },
              { du = jour "2020-01-01", valeur = 1, source = "A" },
              { du = jour "2021-01-01", jusqu_au = jour "2021-12-31", valeur = 2.5, source = "B" },
            } }
            """

        let parameter = try #require(
            try LoadedFolder(rules: rules).regime().declarations.parameters.first)

        #expect(parameter.values.map(\.source) == ["A", "B", "C"])
        #expect(parameter.values.map(\.value.value) == [.integer(1), .decimal(2.5), .integer(-3)])
        #expect(
            parameter.values.map { $0.period.jusquAu?.iso } == ["2020-12-31", "2021-12-31", nil])
        let lastDay = try #require(Day(iso: "2020-12-31"))
        #expect(parameter.value(on: lastDay)?.source == "A")
    }

    @Test func `a value may be a text, a Boolean, a day or a list`() throws {
        let rules = """
            parametre "a" { titre = "T", unite = "jours", valeurs = {
              { du = jour "2020-01-01", valeur = "e\u{301}", source = "S" } } }
            parametre "b" { titre = "T", valeurs = {
              { du = jour "2020-01-01", valeur = false, source = "S" } } }
            parametre "c" { titre = "T", valeurs = {
              { du = jour "2020-01-01", valeur = jour "2021-03-04", source = "S" } } }
            parametre "d" { titre = "T", valeurs = {
              { du = jour "2020-01-01", valeur = { "x", "y" }, source = "S" } } }
            """

        let parameters = try LoadedFolder(rules: rules).regime().declarations.parameters

        let day = try #require(Day(iso: "2021-03-04"))
        #expect(
            parameters.flatMap(\.values).map(\.value.value) == [
                .text("é"), .boolean(false), .day(day), .list([.text("x"), .text("y")]),
            ])
        #expect(parameters[0].unite == "jours" && parameters[1].unite == nil)
        guard case .text(let text) = parameters[0].values[0].value.value else { return }
        #expect(Array(text.utf8) == [0xC3, 0xA9])
    }
}
