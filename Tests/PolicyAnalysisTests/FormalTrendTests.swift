// Days of labels that follow a parameter are proved by their form, and by nothing less.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct FormalTrendTests {
    private static let parameter = """
        parametre "duree" { titre = "D", unite = "ans",
          valeurs = { { du = jour "2020-01-01", valeur = 3, source = "E" } } }

        """

    /// The proof over a parameter of 1, 3 and 4.
    private func proof(
        _ rules: String, _ watched: WatchedResult, _ trend: Trend
    ) throws -> PropertyProof {
        let policy = try OneRegime.load(FormalTrendTests.parameter + rules)
        let versions = [1, 3, 4].map {
            policy.replacing(parameters: ["duree": .integer($0)], rows: [:])
        }
        return try PropertyProof.search(
            watched, trend, ofParameter: "duree", versions: versions, under: "r"
        ) { _ in false }
    }

    private func validite(_ debut: String, _ fin: String, _ si: String? = nil) -> String {
        let condition = si.map { "si = \($0), " } ?? ""
        return """
            validite "V" { titre = "V", source = "E", \(condition)debut = \(debut), fin = \(fin),
              arrondi = "dernier_jour" }

            """
    }

    @Test func `more years end later, on every day`() throws {
        let rules = validite("decision.date", "debut + ans(duree) - jours(1)")
        let last = try proof(rules, .lastDays, .rising)

        #expect(last.outcome == .proved)
        #expect(last.isByForm)
        #expect(try proof(rules, .firstDays, .constant).outcome == .proved)
        #expect(try proof(rules, .validityRules, .constant).outcome == .proved)
    }

    @Test func `a list that functions look at does not keep days from being proved`() throws {
        let rules = validite(
            "dossier.depose_le", "(debut + mois(duree))",
            "existe(dossier.labels, function(l) return contient(l.regime, \"x\") end)")

        #expect(try proof(rules, .lastDays, .rising).outcome == .proved)
    }

    @Test(arguments: [
        ("decision.date", "debut + ans(duree) - jours(1)", WatchedResult.lastDays, Trend.constant),
        ("decision.date", "debut + ans(duree) - jours(1)", .lastDays, .falling),
        ("decision.date", "debut + ans(10) - ans(duree)", .lastDays, .rising),
        ("decision.date", "debut + ans(duree) - mois(duree)", .lastDays, .rising),
        ("decision.date + jours(duree)", "debut + ans(1)", .firstDays, .constant),
        ("decision.date - jours(duree)", "debut + ans(1)", .lastDays, .rising),
        ("decision.date", "debut + ans(duree * duree)", .lastDays, .rising),
        ("decision.date", "debut + ans(longueur(duree))", .lastDays, .rising),
    ])
    func `another form, or one that goes the other way, is not proved`(
        debut: String, fin: String, watched: WatchedResult, trend: Trend
    ) throws {
        let helper = "local function longueur(n) return 5 - n end\n"
        let rules = validite(debut, fin)
        let found = try proof(
            (rules.contains("longueur") ? helper : "") + rules, watched, trend)

        #expect(found.outcome == .open)
        #expect(!found.isByForm)
    }

    @Test func `a condition on the parameter may end a label`() throws {
        let rules = validite("decision.date", "debut + ans(duree)", "duree < 4")

        #expect(try proof(rules, .validityRules, .constant).outcome == .open)
    }

    @Test func `a calcul that reads the parameter is one more way to it`() throws {
        let rules = """
            calcul "C" { titre = "C", source = "E", nom = "reste", valeur = jours(10) - jours(duree) }

            """ + validite("decision.date", "debut + ans(1) + reste")

        #expect(try proof(rules, .lastDays, .rising).outcome == .open)
    }

    @Test func `a day that the parameter is rises with it`() throws {
        let policy = try OneRegime.load(
            """
            parametre "terme" { titre = "T",
              valeurs = { { du = jour "2020-01-01", valeur = jour "2030-01-01", source = "E" } } }
            """ + validite("decision.date", "terme"))
        func proof(_ days: [String]) throws -> PropertyProof {
            let versions = try days.map { day in
                policy.replacing(
                    parameters: ["terme": .day(try #require(Day(iso: day)))], rows: [:])
            }
            return try PropertyProof.search(
                .lastDays, .rising, ofParameter: "terme", versions: versions, under: "r"
            ) { _ in false }
        }

        #expect(try proof(["2030-01-01", "2031-01-01"]).isByForm)
        #expect(try !proof(["2031-01-01", "2030-01-01"]).isByForm)
    }
}
