// The rule that explains a failure.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import PolicyTesting
import Testing

struct EvidenceTests {
    /// The rule behind the first mismatch of a case; a change is known of the rules named.
    private func rule(
        _ attend: String, _ fields: String = "", changed: Set<String> = [],
        source: PolicySource = SmallPolicy.source()
    ) throws -> String? {
        let suite = try SmallSuite.expecting(attend, fields, source: source)
        try #require(suite.diagnostics.map(\.message) == [])
        let result = try #require(suite.run().cases.first)
        let mismatch = try #require(result.mismatches.first)
        let rule = result.evidence(for: mismatch) { changed.contains($0.id) }
        return rule.map { "\($0.id) \($0.sujet)" }
    }

    private let refused = "modifie = { [\"collectivite.nature\"] = \"entreprise\" }"
    private let second = "modifie = { [\"expertises[2]\"] = { references = { } } }"

    @Test func `a worse opinion is that of the criterion that made it`() throws {
        #expect(try rule("avis = \"favorable\"", refused) == "ELIG-01 dossier")
        #expect(try rule("motifs = { \"bien\" }", refused) == "ELIG-01 dossier")
        #expect(try rule("avis = \"incomplet\"", refused, changed: ["EXP-01"]) == "ELIG-01 dossier")
    }

    @Test func `an expertise's opinion is explained by its own rules`() throws {
        let expected = "expertises = { \"favorable\", \"favorable\" }"

        #expect(try rule(expected, second) == "EXP-01 expertises[2]")
    }

    @Test func `a better opinion is that of the rule expected otherwise, or that changed`() throws {
        #expect(try rule("avis = \"incomplet\"") == nil)
        #expect(try rule("avis = \"incomplet\"", changed: ["EXP-01"]) == "EXP-01 expertises[1]")
        #expect(
            try rule("avis = \"defavorable\", regles = { [\"ELIG-01\"] = \"non_satisfaite\" }")
                == "ELIG-01 dossier")
    }

    @Test func `a rule is shown on the first subject that differs`() throws {
        let first = try rule("regles = { [\"EXP-01\"] = \"satisfaite\" }", second)
        let listed = try rule(
            "regles = { [\"EXP-01\"] = { \"satisfaite\", \"satisfaite\" } }", second)

        #expect(first == "EXP-01 expertises[2]")
        #expect(listed == "EXP-01 expertises[2]")
    }

    @Test func `points are those of the rule that changed, else of the first that applies`() throws
    {
        let other = """

            priorite "PRIO-02" {
              titre = "Autre", source = "Essai", points = 10, motif = "Toujours.",
            }
            """
        let source = SmallPolicy.source(rules: SmallPolicy.rules + other)

        #expect(try rule("priorite = { points = 0 }", source: source) == "PRIO-01 demandes[1]")
        #expect(
            try rule("priorite = { points = 0 }", changed: ["PRIO-02"], source: source)
                == "PRIO-02 dossier")
    }

    @Test func `a missing fact, a flag, a validity and a calcul lead to their rule`() throws {
        let large = "modifie = { [\"collectivite.population\"] = 1001 }"

        #expect(try rule("manquants = { }", "sans = { \"demandes\" }") == "PRIO-01 demandes")
        #expect(try rule("signalements = { }", large) == "SIG-01 dossier")
        #expect(try rule("signalements = { \"SIG-01\" }") == "SIG-01 dossier")
        #expect(
            try rule("validite = { fin = jour \"2021-03-21\" }")?.hasPrefix("VAL-01") == true)
        #expect(try rule("calculs = { campagnes_connues = 3 }") == "CAL-01 dossier")
        #expect(try rule("regime = \"aucun\"") == nil)
    }
}
