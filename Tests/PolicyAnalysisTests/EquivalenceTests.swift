// Two versions of a policy are told apart by a dossier, or proved to mean the same.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct EquivalenceTests {
    private func compare(
        _ before: String, _ after: String, budget: Int = 20_000
    ) throws -> Equivalence {
        try Equivalence.of(OneRegime.load(before), OneRegime.load(after), budget: budget)
    }

    private func criteria(
        _ before: String, _ after: String, budget: Int = 20_000
    ) throws -> Equivalence {
        try compare(
            OneRegime.critere("A", before), OneRegime.critere("A", after), budget: budget)
    }

    @Test func `another way to say the same is proved`() throws {
        let found = try criteria(
            "collectivite.population >= 1000 and collectivite.outre_mer",
            "not (1000 > collectivite.population) and collectivite.outre_mer")

        #expect(found.isProved)
    }

    @Test func `a threshold that moves by one is shown on the value between`() throws {
        let pair = try #require(
            try criteria("collectivite.population >= 1000", "collectivite.population >= 1001")
                .witness)

        #expect(pair.before.json["collectivite"]?["population"] == 1000)
        #expect(pair.before.verdict.avis == .favorable)
        #expect(pair.after.verdict.avis == .defavorable)
    }

    @Test func `what only a missing fact tells apart is found`() throws {
        // Known, the population is always over five or not: the rest of the condition says nothing.
        let always = "collectivite.population > 5 or collectivite.population <= 5"
        let pair = try #require(
            try criteria(always, always + " or collectivite.outre_mer").witness)

        #expect(pair.before.json["collectivite"]?["population"] == nil)
        #expect(pair.before.json["collectivite"]?["outre_mer"] == true)
        #expect(pair.before.verdict.avis == .incomplet)
        #expect(pair.after.verdict.avis == .favorable)
    }

    @Test func `not applying and holding are told apart, though the opinion is the same`() throws {
        func rule(_ si: String, _ exige: String) -> String {
            """
            critere "A" { titre = "A", source = "E", si = \(si), exige = \(exige),
              sinon = refus "Non." }
            """
        }
        let pair = try #require(
            try compare(
                rule("collectivite.outre_mer", "collectivite.population > 5"),
                rule(
                    "collectivite.outre_mer or collectivite.population > 5",
                    "collectivite.population > 5")
            ).witness)

        #expect(!pair.changesVerdict)
        #expect(
            pair.before.verdict.results(of: "A").map(\.outcome)
                != pair.after.verdict.results(of: "A").map(\.outcome))
    }

    @Test func `a rule that goes is missed`() throws {
        let rule = OneRegime.critere("A", "collectivite.outre_mer")

        #expect(
            try compare(rule, rule.replacing("\"A\"", with: "\"B\"")).witness != nil)
    }

    @Test func `a value that one choice alone changes is found`() throws {
        func rule(_ nature: String) -> String {
            """
            calcul "C" { titre = "C", source = "E", nom = "c",
              valeur = si_sinon(collectivite.nature == "\(nature)", 1, 0) }
            """
        }
        let pair = try #require(try compare(rule("commune"), rule("departement")).witness)

        #expect(
            pair.before.verdict.calculs.map(\.valeur) != pair.after.verdict.calculs.map(\.valeur))
    }

    @Test func `where a function hides the turn, nothing is proved`() throws {
        let found = try criteria(
            "string.sub(collectivite.nom, 1, -2) ~= \"\"",
            "string.sub(collectivite.nom, 0, -2) ~= \"\"")

        #expect(found.doubts == [.sampled])
    }

    @Test func `a rule that reads the decision day is tried on some days only`() throws {
        let found = try criteria(
            "decision.date >= jour \"2020-05-05\"", "not (decision.date < jour \"2020-05-05\")")

        #expect(found.doubts == [.days])
    }

    @Test func `a search that ends too soon proves nothing`() throws {
        let found = try criteria(
            "collectivite.population >= 1000", "not (collectivite.population < 1000)", budget: 1)

        #expect(found.doubts == [.partial])
    }

    // MARK: - Values and texts

    private func calcul(_ valeur: String) -> String {
        "calcul \"C\" { titre = \"C\", source = \"E\", nom = \"c\", valeur = \(valeur) }"
    }

    @Test func `a value made of a fact is looked at on more than one`() throws {
        let pair = try #require(
            try compare(
                calcul("collectivite.population * 3"), calcul("collectivite.population * 4")
            ).witness)

        #expect(
            pair.before.verdict.calculs.map(\.valeur) != pair.after.verdict.calculs.map(\.valeur))
    }

    @Test func `a value made of a fact is never proved the same by trying`() throws {
        let found = try compare(
            calcul("collectivite.population * 3"),
            calcul("collectivite.population * 3 + collectivite.population // 123456"))

        #expect(found.doubts == [.sampled])
    }

    private func critere(_ exige: String, _ text: String, _ more: String = "") -> String {
        more
            + """
            critere "A" { titre = "A", source = "E", exige = \(exige), sinon = refus "\(text)" }
            """
    }

    @Test func `a text of another fact is not proved the same`() throws {
        let found = try compare(
            critere("collectivite.population >= 10", "Non : {collectivite.nom}."),
            critere("collectivite.population >= 10", "Non : {collectivite.siren}."))

        #expect(!found.isProved)
    }

    @Test func `the same text of facts is no doubt`() throws {
        let text = "Non : {collectivite.nom}, {nombre(dossier.expertises)}."
        let found = try compare(
            critere("collectivite.population >= 10", text),
            critere("not (collectivite.population < 10)", text))

        #expect(found.isProved)
    }

    @Test func `another word in a text is shown`() throws {
        let pair = try #require(
            try compare(
                critere("collectivite.population >= 10", "Non."),
                critere("collectivite.population >= 10", "Jamais.")
            ).witness)

        #expect(pair.before.verdict.results(of: "A").map(\.motif) == ["Non."])
        #expect(pair.after.verdict.results(of: "A").map(\.motif) == ["Jamais."])
    }

    @Test func `a parameter that a text alone reads is not proved to be nothing`() throws {
        func rules(_ value: Int) -> String {
            critere(
                "collectivite.population >= 10",
                "Non : {si_sinon(collectivite.siren == '123456782', s, 0)}.",
                """
                parametre "s" { titre = "S", unite = "h", valeurs = {
                  { du = jour "2020-01-01", valeur = \(value), source = "E" } } }

                """)
        }

        #expect(!(try compare(rules(1), rules(2)).isProved))
    }

    // MARK: - Levels

    @Test func `totals past the cap prove nothing`() throws {
        func rules(_ from: Double) -> String {
            let priorities = (0..<14).map { number in
                """
                priorite "P\(number)" { titre = "P", source = "E",
                  si = collectivite.population == \(number), points = \(1 << (number + 1)),
                  motif = "Oui." }
                """
            }
            return """
                niveaux { { a_partir_de = 0, nom = "basse" }, { a_partir_de = \(from), nom = "haute" } }

                """ + priorities.joined(separator: "\n")
        }

        #expect(try compare(rules(20001), rules(20001.5), budget: 200_000).doubts == [.partial])
    }

    private func levels(_ from: Int, points: Int) -> String {
        """
        niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = \(from), nom = "haute" } }
        priorite "P" { titre = "P", source = "E", si = collectivite.outre_mer, points = \(points),
          motif = "Oui." }
        """
    }

    @Test func `a level between totals that no dossier has may move`() throws {
        #expect(try compare(levels(30, points: 30), levels(29, points: 30)).isProved)
        #expect(try compare(levels(30, points: 20), levels(29, points: 20)).isProved)
    }

    @Test func `a level that moves past a total is shown on it`() throws {
        let pair = try #require(
            try compare(levels(30, points: 30), levels(31, points: 30)).witness)

        #expect(pair.before.verdict.priorite.niveau == "haute")
        #expect(pair.after.verdict.priorite.niveau == "normale")
    }

    @Test func `a regime that covers another day is shown on that day`() throws {
        let rule = OneRegime.critere("A", "collectivite.outre_mer")
        let found = try Equivalence.of(
            OneRegime.load(rule), OneRegime.load(rule, period: "du = jour \"2020-01-02\""))

        #expect(found.witness?.before.json["depose_le"] == "2020-01-01")
    }
}

extension Equivalence {
    fileprivate var isProved: Bool { if case .proved = self { true } else { false } }

    fileprivate var witness: WitnessPair? {
        if case .refuted(let witness) = self { witness } else { nil }
    }

    fileprivate var doubts: [Doubt.Reason]? {
        if case .unsettled(let doubts) = self { doubts } else { nil }
    }
}
