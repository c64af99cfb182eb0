// The short line of a dossier: from its verdict, and from outcomes without texts.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import Testing

@testable import PolicyEngine

struct ShortVerdictTests {
    @Test
    func `a line holds opinion, points, periods and each failed criterion once`() throws {
        let rules = """
            critere "E-1" {
              titre = "Essai", source = "Essai", exige = expertise.domaine == "eau",
              sinon = piece "non",
            }
            critere "E-2" {
              titre = "Essai", source = "Essai", exige = expertise.intitule == "a",
              sinon = examen "non",
            }
            critere "R" {
              titre = "Essai", source = "Essai", exige = demande.pays == "ML", sinon = examen "non",
            }
            priorite "P" { titre = "Essai", source = "Essai", points = 12.5, motif = "oui" }
            validite "V" {
              titre = "Essai", source = "Essai", si = expertise.domaine == "eau",
              debut = decision.date, fin = debut + jours(9),
            }
            """
        let facts = """
            "expertises": [
              {"domaine": "eau", "intitule": "b"}, {"domaine": "sol", "intitule": "b"}
            ],
            "demandes": [{"pays": "NE"}, {"pays": "ML"}, {"pays": "BF"}]
            """

        let verdict = try Trial(rules).verdict(facts)

        #expect(
            line(verdict.short) == """
                {"numero":"1","avis":"partage","points":12.5,"validites":[{"debut":"2021-03-10",\
                "fin":"2021-03-19"},null],"non_satisfaites":["R","E-2","E-1"]}
                """)
    }

    @Test
    func `what is not known is null`() {
        let verdict = ShortVerdict(
            numero: "a\"b", avis: .enErreur, points: nil, validites: [nil], nonSatisfaites: [])

        #expect(
            line(verdict) == #"""
                {"numero":"a\"b","avis":"en_erreur","points":null,"validites":[null],"non_satisfaites":[]}
                """#)
    }

    @Test
    func `without a regime, a line says what the verdict says`() throws {
        let verdict = try Trial("").verdict("\"expertises\": [{}]", depose: "2019-12-31")

        #expect(verdict.short == .withoutRegime(numero: "1"))
    }

    @Test(arguments: ShortVerdictCase.all)
    func `a line is what its verdict's JSON says`(_ item: ShortVerdictCase) throws {
        for verdict in try item.verdicts() {
            let full = try object(verdict.encoded())

            let short = try object(line(verdict.short))

            #expect(short == reduced(full), "\(verdict.numero)")
        }
    }

    @Test(arguments: ShortVerdictCase.all)
    func `outcomes without texts give the line of the verdict`(_ item: ShortVerdictCase) throws {
        let policy = try item.policy()

        var compared = 0
        for verdict in try item.verdicts() {
            guard let id = verdict.regime?.id, let regime = policy.regime(id: id) else { continue }
            let rules = regime.declarations.rules
            let short = ShortVerdict(
                numero: verdict.numero, outcomes: verdict.outcomes(of: rules),
                expertises: verdict.expertises.count, rules: rules.map(\.written))
            #expect(short == verdict.short, "\(verdict.numero)")
            compared += 1
        }

        #expect(compared > 20)
    }

    /// Results without rhyme or reason: double validities, failures, unknown points.
    @Test
    func `any results give one opinion, with their texts and without`() throws {
        let policy = try Trial("").policy
        let day = try #require(Day(iso: "2021-03-10"))
        var random = RandomResults(seed: 640)

        var clashes = 0
        for number in 0..<2_000 {
            let count = Int.random(in: 0...3, using: &random.generator)
            let placed = random.results(expertises: count)
            let heading = DossierHeading(
                numero: "\(number)", fingerprint: "", nom: "", deposeLe: day,
                expertises: Array(repeating: .init(intitule: nil, domaine: nil), count: count),
                reasons: [:])
            let frame = VerdictFrame(policy: policy, dossier: heading, decisionDay: day)

            let verdict = frame.verdict(under: policy.regimes[0], placed)
            let short = ShortVerdict(
                numero: "\(number)", outcomes: placed.map { PlacedOutcome($0) },
                expertises: count, rules: random.rules)

            #expect(short == verdict.short, "seed 640, number \(number)")
            if verdict.allRules.contains(where: { $0.motif?.contains("plusieurs") ?? false }) {
                clashes += 1
            }
        }

        #expect(clashes > 100)
    }

    private func line(_ verdict: ShortVerdict) -> String {
        var output: [UInt8] = []
        verdict.write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func object(_ text: String) throws -> NSDictionary {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    /// What `Benchmarks/short_line.py` makes of a full verdict, each criterion once.
    private func reduced(_ verdict: NSDictionary) -> NSDictionary {
        let expertises = verdict["expertises"] as? [NSDictionary] ?? []
        let rules = ([verdict] + expertises).flatMap { $0["regles"] as? [NSDictionary] ?? [] }
        let failed = rules.filter {
            !($0["effet"] is NSNull) && $0["resultat"] as? String == "non_satisfaite"
        }
        var seen: Set<String> = []
        let ids = failed.compactMap { $0["id"] as? String }.filter { seen.insert($0).inserted }
        let periods = expertises.map { expertise in
            guard let period = expertise["validite"] as? NSDictionary else {
                return NSNull() as Any
            }
            return ["debut": period["debut"], "fin": period["fin"]]
        }
        return [
            "numero": (verdict["dossier"] as? NSDictionary)?["numero"] ?? "",
            "avis": verdict["avis"] ?? "",
            "points": (verdict["priorite"] as? NSDictionary)?["points"] ?? "",
            "validites": periods,
            "non_satisfaites": ids,
        ]
    }
}

/// Dossiers under a policy.
struct ShortVerdictCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let policy: @Sendable () throws -> Policy
    let dossiers: @Sendable (Policy) throws -> [Dossier]
    var regime: String?

    func verdicts() throws -> [Verdict] {
        let policy = try policy()
        let day = try #require(Day(iso: "2026-02-28"))
        var evaluator = try Evaluator(policy)
        return try dossiers(policy).map { try evaluator.evaluate($0, le: day, regime: regime) }
    }

    /// Whole dossiers and dossiers with holes.
    private static func drawn(_ policy: Policy) -> [Dossier] {
        var random = RandomDossier(seed: 64, schema: policy.schema)
        return (0..<50).flatMap { number in
            let whole = random.complete(numero: "R-\(number)")
            return [whole, random.withHoles(whole, chance: 0.25)]
        }
    }

    static let all = [
        ShortVerdictCase(
            testDescription: "examples", policy: { try ShippedFiles.policy() },
            dossiers: { try ShippedFiles.examples(schema: $0.schema).map(\.dossier) }),
        ShortVerdictCase(
            testDescription: "drawn, shipped policies", policy: { try ShippedFiles.policy() },
            dossiers: { drawn($0) }, regime: "expe-ct"),
        ShortVerdictCase(
            testDescription: "drawn, wide policy",
            policy: { try Policy.load(WideRules.source) }, dossiers: { drawn($0) },
            regime: "large"),
    ]
}

extension Rule {
    fileprivate var written: WrittenRule {
        WrittenRule(kind: kind, id: id.value, titre: titre, source: source, file: "", line: 1)
    }
}

extension PlacedOutcome {
    /// A result without its texts.
    fileprivate init(_ placed: PlacedResult) {
        self.init(
            rule: placed.rule, kind: placed.result.kind, effect: placed.result.effect,
            outcome: placed.result.outcome, expertise: placed.expertise,
            points: placed.result.points, period: placed.period)
    }
}

extension Verdict {
    /// The results without their texts, as a run of the regime's rules gives them.
    fileprivate func outcomes(of rules: [Rule]) -> [PlacedOutcome] {
        let own = expertises.flatMap { expertise in
            expertise.regles.map { ($0, expertise.number as Int?, expertise.validite) }
        }
        let others = (regles + priorite.regles + signalements + calculs + quietFlags).map {
            ($0, nil as Int?, expertises.first { $0.validite?.regle != nil }?.validite)
        }
        return rules.enumerated().flatMap { index, rule in
            (own + others).filter { $0.0.id == rule.id.value }.map { result, number, period in
                PlacedOutcome(
                    rule: index, kind: result.kind, effect: result.effect, outcome: result.outcome,
                    expertise: number, points: result.points,
                    period: period.flatMap {
                        $0.regle == result.id ? ($0.debut, $0.fin) : nil
                    })
            }
        }
    }
}

/// Draws results of ten rules that no policy holds.
private struct RandomResults {
    var generator: SplitMix64
    private(set) var rules: [WrittenRule] = []

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    mutating func results(expertises count: Int) -> [PlacedResult] {
        rules = (0..<10).map { rule($0) }
        return rules.indices.flatMap { index in
            let subjects: [Int?] =
                switch Int.random(in: 0...2, using: &generator) {
                case 0: [nil]
                case 1: Array(repeating: nil, count: 3)
                default: (0..<count).map { $0 + 1 }
                }
            return subjects.map { result(index, $0) }
        }
    }

    private mutating func rule(_ index: Int) -> WrittenRule {
        let kind = [RuleKind.critere, .validite, .validite, .priorite].randomElement(
            using: &generator)
        return WrittenRule(
            kind: kind ?? .critere, id: "\(index)", titre: "Essai", source: "Essai",
            effect: kind == .critere ? Effect.allCases.randomElement(using: &generator) : nil,
            file: "", line: 1)
    }

    private mutating func result(_ index: Int, _ expertise: Int?) -> PlacedResult {
        let often = Array(repeating: Outcome.sansObjet, count: 8) + [.satisfaite, .satisfaite]
        let outcome = (often + Outcome.allCases).randomElement(using: &generator) ?? .satisfaite
        let start = Int.random(in: 737_000...738_000, using: &generator)
        let least = Double(Int.random(in: -2...20, using: &generator)) / 2
        let span = Bool.random(using: &generator) ? least...least : 0...max(0, least)
        let isPriority = rules[index].kind == .priorite
        let points = Int.random(in: 0...9, using: &generator) > 0 && isPriority ? span : nil
        return PlacedResult(
            rule: index, expertise: expertise,
            result: RuleResult(
                rule: rules[index], sujet: "dossier", outcome: outcome, isProvisional: false,
                motif: nil, lus: [], parametres: [], manquants: [], hypotheses: [], points: points,
                valeur: nil, failedAt: nil, nodes: []),
            period: rules[index].kind == .validite
                ? (Day(clamping: start), Day(clamping: start + 9)) : nil)
    }
}
