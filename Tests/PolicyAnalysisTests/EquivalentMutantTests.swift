// Mutants that are proved to mean the same give the same verdicts on drawn dossiers.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

/// The ordinary evaluation is the oracle: it knows neither cells nor regions.
struct EquivalentMutantTests {
    /// How many dossiers are drawn for each mutant; `ANALYSIS_DOSSIERS` asks for more.
    private static let count =
        ProcessInfo.processInfo.environment["ANALYSIS_DOSSIERS"].flatMap(Int.init) ?? 300

    /// Criteria of which some changes say nothing new: one stands behind another.
    private static let rules = """
        niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
        critere "A" { titre = "A", source = "E",
          si = collectivite.population >= 10 and collectivite.population >= 5,
          exige = collectivite.population > 20 or collectivite.outre_mer,
          sinon = refus "Non." }
        critere "B" { titre = "B", source = "E",
          exige = nombre(expertise.references) >= 1 or nombre(expertise.references) == 2,
          sinon = piece "Références." }
        priorite "P" { titre = "P", source = "E", si = demande.pays == "ML", points = 20,
          motif = "Oui." }
        priorite "Q" { titre = "Q", source = "E", si = collectivite.outre_mer, points = 20,
          motif = "Oui." }
        """

    @Test func `equivalent mutants of a small policy give the same verdicts`() throws {
        let source = PolicySource(files: [
            SourceText(
                path: "r/regime.lua",
                text: """
                    regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot",
                      source = "Essai" }

                    """ + EquivalentMutantTests.rules)
        ])
        let names = try equivalents(of: source, among: { _ in true })

        // Worked out by hand: a guard behind a stricter one, an « or » that adds nothing, a level
        // between two totals.
        let condition = "collectivite.population >= 10 and collectivite.population >= 5"
        let references =
            "nombre(expertise.references) >= 1 or nombre(expertise.references) == 2"
        #expect(
            names == [
                "30 → 29 dans { a_partir_de = 30, nom = \"haute\" }",
                "30 → 31 dans { a_partir_de = 30, nom = \"haute\" }",
                ">= → > dans \(condition), occurrence 2", "5 → 4 dans \(condition)",
                "5 → 6 dans \(condition)",
                "2 → 1 dans \(references)", "2 → 3 dans \(references)",
            ])
    }

    @Test func `equivalent levels of the shipped policies give the same verdicts`() throws {
        let names = try equivalents(of: ShippedPolicy.source()) { $0.owner.hasSuffix("/niveaux") }

        #expect(names.count == 2)
    }

    /// The mutants that are proved equivalent; each is held to the policy on drawn dossiers.
    private func equivalents(
        of source: PolicySource, among isWanted: (Mutant) -> Bool
    ) throws -> [String] {
        let policy = try Policy.load(source)
        var names: [String] = []
        for mutant in MutantFinder(policy).mutants where isWanted(mutant) {
            guard let mutated = try? Policy.load(mutant.applied(to: source)) else { continue }
            guard case .proved = try Equivalence.of(policy, mutated) else { continue }
            names.append(String(mutant.name.drop { $0 != ":" }.dropFirst(2)))
            try compare(policy, mutated, mutant.name)
        }
        return names
    }

    private func compare(_ policy: Policy, _ mutated: Policy, _ name: String) throws {
        var one = try Evaluator(policy)
        var other = try Evaluator(mutated)
        for regime in policy.regimes {
            var drawn = DossierGenerator(
                seed: 10_000, schema: policy.schema, regime: regime.declaration)
            for number in 1...EquivalentMutantTests.count {
                let next = drawn.dossier(numero: "E-\(number)")
                let text = SourceText(path: "d.json", text: next.json.encoded())
                guard let dossier = try? Dossier.read(text, schema: policy.schema) else { continue }
                let first = try one.evaluate(dossier, le: next.decisionDay)
                let second = try other.evaluate(dossier, le: next.decisionDay)
                #expect(
                    first.said == second.said, "\(name) : dossier \(number) of \(regime.id)")
            }
        }
    }
}

extension Verdict {
    /// Everything but what was read on the way: opinions, points, days, results and reasons.
    fileprivate var said: [String] {
        [
            avis.rawValue, "\(priorite.points as Any) \(priorite.pointsMax as Any)",
            "\(priorite.niveau ?? "-") \(priorite.niveauMax ?? "-")", "\(manquants)", "\(motifs)",
        ]
            + expertises.map { "\($0.avis) \($0.validite as Any)" }
            + (allRules + quietFlags).map {
                "\($0.id) \($0.sujet) \($0.outcome) \($0.isProvisional) \($0.manquants)"
            }
    }
}
