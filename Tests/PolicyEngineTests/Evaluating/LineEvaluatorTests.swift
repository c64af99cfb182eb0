// The short path gives the bytes of the long one, or leaves the dossier to it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine
import Testing

struct LineEvaluatorTests {
    /// Dossiers under a policy, and how many of them at least the short path must settle.
    struct Batch: CustomTestStringConvertible {
        let name: String
        let policy: @Sendable () throws -> Policy
        let regime: String
        let holes: Double
        let settledAtLeast: Int
        /// How many dossiers at most may need the instrumented form for one of their rules.
        let mixedAtMost: Int
        var testDescription: String { "\(name), \(holes) absent" }

        static let count = 300
        static let all = [
            Batch(
                name: "shipped", policy: { try ShippedFiles.policy() }, regime: "expe-ct",
                holes: 0, settledAtLeast: count, mixedAtMost: 150),
            Batch(
                name: "shipped", policy: { try ShippedFiles.policy() }, regime: "expe-ct",
                holes: 0.2, settledAtLeast: count, mixedAtMost: count),
            Batch(
                name: "shipped", policy: { try ShippedFiles.policy() }, regime: "pact-3",
                holes: 0.05, settledAtLeast: count, mixedAtMost: count),
            Batch(
                name: "wide", policy: { try Policy.load(WideRules.source) }, regime: "large",
                holes: 0, settledAtLeast: 150, mixedAtMost: count),
            Batch(
                name: "wide", policy: { try Policy.load(WideRules.source) }, regime: "large",
                holes: 0.2, settledAtLeast: 150, mixedAtMost: count),
        ]
    }

    @Test(arguments: Batch.all)
    func `verdicts and short lines are those of the long path`(_ batch: Batch) throws {
        let policy = try batch.policy()
        let day = try #require(Day(iso: "2026-02-28"))
        var random = RandomDossier(seed: 27, schema: policy.schema)
        var long = try Evaluator(policy)
        var full = LineEvaluator(
            policy, le: day, regime: batch.regime, isShort: false, ready: ReadyMachine())
        var teller = LineEvaluator(policy, le: day, regime: batch.regime, isShort: false)
        var short = LineEvaluator(policy, le: day, regime: batch.regime, isShort: true)
        var settled = 0
        for number in 1...Batch.count {
            let drawn = random.complete(numero: "R-\(number)")
            let whole = batch.holes == 0 ? drawn : random.withHoles(drawn, chance: batch.holes)
            let dossier = whole.withinBounds(of: policy.schema)
            let bytes = Array(dossier.json.utf8)
            let source = SourceText(path: "r.json", bytes: bytes)
            let verdict = try long.evaluate(
                try Dossier.read(source, schema: policy.schema), le: day, regime: batch.regime)
            var expected: [UInt8] = []
            verdict.write(to: &expected)
            var expectedShort: [UInt8] = []
            verdict.short.write(to: &expectedShort)

            var line: [UInt8] = []
            let avis = full.evaluate(bytes, in: bytes.indices, into: &line)
            var shortLine: [UInt8] = []
            let shortAvis = short.evaluate(bytes, in: bytes.indices, into: &shortLine)

            let told = teller.verdict(on: bytes, in: bytes.indices)

            if avis != nil { settled += 1 }
            let context: Comment = "\(dossier.json)"
            #expect(told?.nom == (avis == nil ? nil : verdict.nom), context)
            #expect(
                told.map { $0.quietFlags.map(words) }
                    == (avis == nil ? nil : verdict.quietFlags.map(words)), context)
            #expect(avis == nil || avis == verdict.avis, context)
            #expect(avis == nil || text(line) == text(expected), context)
            #expect(shortAvis == nil || text(shortLine) == text(expectedShort), context)
            #expect((avis == nil) == (shortAvis == nil), context)
        }
        #expect(settled >= batch.settledAtLeast)
        #expect(full.mixedCount <= batch.mixedAtMost)
    }

    @Test func `each rule rounds as it says, whichever ran before it`() throws {
        // 31 January and a month: 28 February for the one, 1 March for the other.
        let trial = try Trial(
            """
            validite "V" {
              titre = "Durée", source = "essai", debut = decision.date, fin = debut + mois(1),
              arrondi = "jour_suivant",
            }
            critere "A" {
              titre = "Fin du mois", source = "essai", arrondi = "dernier_jour",
              exige = decision.date + mois(1) <= jour "2021-02-28", sinon = refus "non",
            }
            critere "B" {
              titre = "Mois suivant", source = "essai", arrondi = "jour_suivant",
              exige = decision.date + mois(1) >= jour "2021-03-01", sinon = refus "non",
            }
            """)
        let dossier = """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-01-02", \
            "collectivite": {"nom": "X", "nature": "commune"}, "expertises": [{"domaine": "eau"}]}
            """
        var short = LineEvaluator(
            trial.policy, le: try #require(Day(iso: "2021-01-31")), regime: "essai", isShort: true)
        var line: [UInt8] = []
        let bytes = Array(dossier.utf8)
        #expect(short.evaluate(bytes, in: bytes.indices, into: &line) == .favorable)
    }

    @Test func `a calcul that gives « false » has that value on the short path`() throws {
        let trial = try Trial(
            """
            calcul "K" {
              titre = "Grande", source = "essai", nom = "grande",
              valeur = collectivite.population >= 20,
            }
            """)
        let dossier = """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-01-02", \
            "collectivite": {"nom": "X", "nature": "commune", "population": 15}}
            """
        var full = LineEvaluator(
            trial.policy, le: try #require(Day(iso: "2021-01-31")), regime: "essai", isShort: false)
        let bytes = Array(dossier.utf8)

        let verdict = full.verdict(on: bytes, in: bytes.indices)

        #expect(verdict?.calculs.map(\.valeur) == [.boolean(false)])
    }

    /// What of a flag that is not raised no document shows.
    private func words(_ flag: RuleResult) -> [String] {
        [flag.id, flag.sujet, flag.outcome.rawValue] + flag.lus.map { "\($0)" } + flag.manquants
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Dossier {
    /// The dossier with its numbers where the schema wants them, and no establishment, which would
    /// have to be one of the body's.
    fileprivate func withinBounds(of schema: DossierSchema) -> Dossier {
        var facts = facts.withinBounds(of: schema.root)
        if case .record(var body)? = facts["collectivite"] {
            body["siret"] = nil
            facts["collectivite"] = .record(body)
        }
        return .made(numero: numero, facts: facts)
    }

    /// The dossier as a file holds it.
    fileprivate var json: String {
        var all = facts
        all["schema"] = .text(DossierSchema.identifier)
        return Fact.record(all).json.encoded(style: .compact)
    }
}

extension Fact {
    /// The same with its numbers where a field wants them.
    fileprivate func withinBounds(of type: FactType, _ field: FactField) -> Fact {
        switch (self, type) {
        case (.integer(let number), _):
            let least = field.minimum ?? 0
            return .integer(least + number % ((field.maximum ?? 3_000) - least + 1))
        case (.list(let elements), .list(let element)):
            return .list(elements.map { $0.withinBounds(of: element, field) })
        case (.record(let record), .record(let schema)):
            return .record(record.withinBounds(of: schema))
        default: return self
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let value): .boolean(value)
        case .day(let day): .string(day.iso)
        case .list(let elements): .array(elements.map(\.json))
        case .record(let record):
            .object(
                record.fields.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) })
        }
    }
}

extension FactRecord {
    fileprivate func withinBounds(of schema: RecordSchema) -> FactRecord {
        var record = FactRecord()
        for field in schema.fields {
            record[field.name] = self[field.name]?.withinBounds(of: field.type, field)
        }
        return record
    }
}
