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

    private static let faults = [
        LoadingFault("no value", "parametre \"p\" { titre = \"T\", valeurs = {} }", "X"),
        LoadingFault("no list", "parametre \"p\" { titre = \"T\", valeurs = 3 }", "X"),
        LoadingFault("bare number", parameter("3"), "X"),
        LoadingFault("named value", parameter("a = 3"), "X"),
        LoadingFault("empty value", parameter("{}"), "X"),
        LoadingFault(
            "unknown field",
            parameter("{ du = jour \"2020-01-01\", valeur = 1, source = \"S\", sources = \"S\" }"), "X"),
        LoadingFault(
            "blank source", parameter("{ du = jour \"2020-01-01\", valeur = 1, source = \"\" }"), "X"),
        LoadingFault(
            "decimal comma",
            parameter("{ du = jour \"2020-01-01\", valeur = 0,5, source = \"S\" }"), "X"),
        LoadingFault(
            "calculation",
            parameter("{ du = jour \"2020-01-01\", valeur = 2 * 3, source = \"S\" }"), "X"),
        LoadingFault(
            "record", parameter("{ du = jour \"2020-01-01\", valeur = { a = 1 }, source = \"S\" }"), "X"),
        LoadingFault(
            "infinite number",
            parameter("{ du = jour \"2020-01-01\", valeur = 1e999, source = \"S\" }"), "X"),
        LoadingFault(
            "types", parameter(
                "{ du = jour \"2020-01-01\", valeur = 1, source = \"S\" }",
                "{ du = jour \"2021-01-01\", valeur = 1.5, source = \"S\" }",
                "{ du = jour \"2022-01-01\", valeur = \"2\", source = \"S\" }"), "X"),
        LoadingFault(
            "types of lists", parameter(
                "{ du = jour \"2020-01-01\", valeur = {}, source = \"S\" }",
                "{ du = jour \"2021-01-01\", valeur = { \"a\" }, source = \"S\" }",
                "{ du = jour \"2022-01-01\", valeur = { true }, source = \"S\" }"), "X"),
        LoadingFault(
            "inverted", parameter(
                "{ du = jour \"2020-02-01\", jusqu_au = jour \"2020-01-31\", valeur = 1, source = \"S\" }"
            ), "X"),
        LoadingFault(
            "same first day", parameter(
                "{ du = jour \"2020-01-01\", valeur = 1, source = \"S\" }",
                "{ du = jour \"2020-01-01\", valeur = 2, source = \"S\" }"), "X"),
        LoadingFault(
            "overlap", parameter(
                "{ du = jour \"2021-01-01\", valeur = 2, source = \"S\" }",
                "{ du = jour \"2020-01-01\", jusqu_au = jour \"2021-01-03\", valeur = 1, source = \"S\" }"
            ), "X"),
        LoadingFault(
            "overlap of a day", parameter(
                "{ du = jour \"2020-01-01\", jusqu_au = jour \"2021-01-01\", valeur = 1, source = \"S\" }",
                "{ du = jour \"2021-01-01\", valeur = 2, source = \"S\" }"), "X"),
        LoadingFault(
            "hole", parameter(
                "{ du = jour \"2020-01-01\", jusqu_au = jour \"2020-12-29\", valeur = 1, source = \"S\" }",
                "{ du = jour \"2021-01-01\", valeur = 2, source = \"S\" }"), "X"),
        LoadingFault(
            "hole of a day", parameter(
                "{ du = jour \"2020-01-01\", jusqu_au = jour \"2020-12-30\", valeur = 1, source = \"S\" }",
                "{ du = jour \"2021-01-01\", valeur = 2, source = \"S\" }"), "X"),
    ]

    @Test(arguments: faults)
    func `a parameter with wrong values is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `values come in order, each until the day before the next`() throws {
        let rules = ParameterTests.parameter(
            "{ du = jour \"2022-01-01\", valeur = -3, source = \"C\" }",
            "{ du = jour \"2020-01-01\", valeur = 1, source = \"A\" }",
            "{ du = jour \"2021-01-01\", jusqu_au = jour \"2021-12-31\", valeur = 2.5, source = \"B\" }")

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
