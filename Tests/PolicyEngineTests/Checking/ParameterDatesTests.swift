// A parameter has a value on every day on which a rule can read it, or the policy is at fault.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyEngine

struct ParameterDatesTests {
    struct Days: CustomTestStringConvertible {
        let name: String
        /// The parameter's values, the regime being in force since 2020.
        let values: String
        /// Fields of the rule.
        var rule = ""
        /// The first day without a value and the days without one; nil for no fault.
        var missing: (first: String, days: String)?
        var testDescription: String { name }
    }

    private static func value(_ du: String, _ jusquAu: String? = nil) -> String {
        let end = jusquAu.map { ", jusqu_au = jour \"\($0)\"" } ?? ""
        return "{ du = jour \"\(du)\"\(end), valeur = 3, source = \"S\" },"
    }

    static let days = [
        Days(name: "from the first day on", values: value("2020-01-01")),
        Days(name: "since before", values: value("1990-01-01")),
        Days(
            name: "from the second day on", values: value("2020-01-02"),
            missing: ("1er janvier 2020", "le 1er janvier 2020")),
        Days(
            name: "too late", values: value("2022-03-01"),
            missing: ("1er janvier 2020", "du 1er janvier 2020 au 28 février 2022")),
        Days(
            name: "ended", values: value("2020-01-01", "2024-12-31"),
            missing: ("1er janvier 2025", "à partir du 1er janvier 2025")),
        Days(
            name: "ended before", values: value("2010-01-01", "2019-12-31"),
            missing: ("1er janvier 2020", "à partir du 1er janvier 2020")),
        Days(name: "in two steps", values: value("2020-01-01") + value("2022-01-01")),
        Days(
            name: "in two steps that end",
            values: value("2020-01-01") + value("2022-01-01", "2022-12-31"),
            missing: ("1er janvier 2023", "à partir du 1er janvier 2023")),
        Days(
            name: "a rule that begins with it", values: value("2022-03-01"),
            rule: "du = jour \"2022-03-01\","),
        Days(
            name: "a rule that begins a day before", values: value("2022-03-01"),
            rule: "du = jour \"2022-02-28\",",
            missing: ("28 février 2022", "le 28 février 2022")),
        Days(
            name: "a rule that ends with it", values: value("2020-01-01", "2024-12-31"),
            rule: "jusqu_au = jour \"2024-12-31\","),
        Days(
            name: "a rule that ends a day after", values: value("2020-01-01", "2024-12-31"),
            rule: "jusqu_au = jour \"2025-01-01\",",
            missing: ("1er janvier 2025", "le 1er janvier 2025")),
        Days(
            name: "a rule of before the regime", values: value("2020-01-01"),
            rule: "du = jour \"2010-01-01\","),
        Days(
            name: "a rule out of the regime's days", values: value("2022-01-01"),
            rule: "jusqu_au = jour \"2019-12-31\","),
        Days(
            name: "to the calendar's end", values: value("2020-01-01", "9999-12-31")),
    ]

    @Test(arguments: days)
    func `a rule needs a value on each of its days in the regime`(days: Days) throws {
        let found = Policy.check(
            Trial.source(
                """
                parametre "seuil" { titre = "T", valeurs = { \(days.values) } }
                critere "C" {
                  titre = "T", source = "S", \(days.rule)
                  exige = collectivite.population > seuil, sinon = refus "non",
                }
                """))

        #expect(
            found.map(\.code) == (days.missing == nil ? [] : ["politique.parametre-sans-valeur"]))
        guard let missing = days.missing else { return }
        let only = try #require(found.first)
        #expect(only.location.start == SourcePosition(line: 4, column: 37))
        #expect(
            plain(only.message)
                == "le paramètre « seuil » n’a pas de valeur le \(missing.first), jour où la règle "
                + "« C » du régime « essai » le lit")
        #expect(
            plain(only.help)
                == "donnez à « seuil » une valeur \(missing.days), ou retirez ces jours à la règle "
                + "avec « du » et « jusqu_au »")
    }

    private func plain(_ text: String?) -> String {
        (text ?? "").replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private static let late = """
        parametre "seuil" {
          titre = "T", valeurs = { { du = jour "2022-01-01", valeur = 3, source = "S" } },
        }

        """

    private func places(_ rules: String) -> [String] {
        Policy.check(Trial.source(ParameterDatesTests.late + rules))
            .map { "\($0.location.start.line) \($0.code)" }
    }

    @Test func `a placeholder needs a value like any expression`() {
        let found = places(
            """
            priorite "P" {
              titre = "T", source = "S", points = 3,
              motif = "seuil : {seuil}",
            }
            """)

        #expect(found == ["6 politique.parametre-sans-valeur"])
    }

    @Test func `what a calcul reads is the calcul's own matter`() {
        let found = places(
            """
            calcul "A" {
              titre = "T", source = "S", nom = "limite", valeur = seuil + 1,
              du = jour "2022-01-01",
            }
            signalement "S" { titre = "T", source = "S", si = limite > 3, message = "m" }
            """)

        #expect(found == [])
    }

    @Test func `a parameter that no rule names may lack values`() {
        #expect(places("") == [])
    }

    @Test func `a value that cannot be read is no hole`() {
        let found = Policy.check(
            Trial.source(
                """
                parametre "seuil" {
                  titre = "T",
                  valeurs = {
                    { du = jour "2020-13-01", valeur = 3, source = "S" },
                    { du = jour "2022-01-01", valeur = 3, source = "S" },
                  },
                }
                signalement "S" { titre = "T", source = "S", si = seuil > 3, message = "m" }
                """))

        #expect(!found.isEmpty && !found.map(\.code).contains("politique.parametre-sans-valeur"))
    }
}
