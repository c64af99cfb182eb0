// Tries to prove the properties of every policy under one regime.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// The proofs of one regime.
struct BuiltInSearch {
    let policy: Policy
    let regime: String
    let budget: Int
    private(set) var counterexample: BuiltInCounterexample?

    init(_ policy: Policy, _ regime: String, _ budget: Int) {
        self.policy = policy
        self.regime = regime
        self.budget = budget
    }

    static let vacuous = PropertyProof(outcome: .vacuous)
    private static let everything = [
        Comparison(.avis, .constant), Comparison(.points, .constant),
        Comparison(.pointsMax, .constant), Comparison(.firstDays, .constant),
        Comparison(.lastDays, .constant), Comparison(.validityRules, .constant),
    ]

    // MARK: - Facts that never matter

    /// Facts of a record that must change nothing.
    mutating func names(_ names: [String], in record: String) throws -> PropertyProof {
        try never(names.compactMap { FactPath("\(record).\($0)") }.filter(isKnown))
    }

    /// Facts that tell how to reach the applicant, of its own or declared by the policy.
    mutating func contacts() throws -> PropertyProof {
        let known = BuiltInProperty.contactNames
        let paths = ["collectivite", "complements"].flatMap { record in
            known.compactMap { FactPath("\(record).\($0)") }
        }
        return try never(paths.filter(isKnown))
    }

    private func isKnown(_ path: FactPath) -> Bool { path.field(in: policy.schema) != nil }

    private mutating func never(_ paths: [FactPath]) throws -> PropertyProof {
        guard !paths.isEmpty else { return BuiltInSearch.vacuous }
        var search = try PropertySearch([policy], regime: regime, budget: budget)
        for path in paths {
            for rule in search.readers(of: path.lastName, [.critere, .priorite, .validite]) {
                let cells = try search.cells(of: rule).first { $0.path == path }?.cells ?? []
                let facts = cells.map(\.representative).withoutRepeats
                try search.compare(
                    BuiltInSearch.everything, over: Variation(path, to: facts),
                    where: { $0 == rule }
                ) { try confirms($0, BuiltInSearch.everything) }
            }
        }
        return search.proof
    }

    // MARK: - References

    /// One more reference of an expertise.
    mutating func references() throws -> PropertyProof {
        guard let path = FactPath("expertises[1].references"), isKnown(path) else {
            return BuiltInSearch.vacuous
        }
        let comparisons = [
            Comparison(.avis, .rising), Comparison(.points, .rising),
            Comparison(.pointsMax, .rising),
        ]
        var search = try PropertySearch([policy], regime: regime, budget: budget)
        for rule in search.readers(of: path.lastName, [.critere, .priorite]) {
            let start: (Dossier) -> Dossier = { dossier in
                FactPath("expertises").map {
                    dossier.setting($0, to: .list([.record(FactRecord())]))
                } ?? dossier
            }
            let cells = try search.cells(of: rule, from: start).first { $0.path == path }?.cells
            // A list gets longer by one at the start of each cell. What counts its elements asks
            // nothing of it: the first three are always tried.
            let starts = Set((cells ?? []).compactMap(\.least) + [1, 2, 3]).subtracting([0])
                .sorted()
            if starts.contains(where: { $0 > BuiltInSearch.mostReferences }) {
                search.note([.sampled], on: [rule])
            }
            for count in starts where count <= BuiltInSearch.mostReferences {
                try search.compare(
                    comparisons, over: Variation(path, counts: [count - 1, count]),
                    where: { $0 == rule }
                ) { try confirms($0, comparisons) }
            }
        }
        return search.proof
    }

    private static let mostReferences = 20

    // MARK: - Information

    /// A fact that was missing and is there.
    mutating func information() throws -> PropertyProof {
        var search = try PropertySearch(
            [policy], regime: regime, budget: min(budget, BuiltInSearch.mostForInformation))
        for rule in search.meaning.rules.indices {
            guard [.critere, .priorite, .validite].contains(search.meaning.rules[rule].rule.kind)
            else { continue }
            search.allow(BuiltInSearch.mostForRule)
            for (path, cells) in try search.cells(of: rule) {
                guard let field = path.field(in: policy.schema), !field.isRequired,
                    let variation = Variation(path, cells, policy.schema)
                else { continue }
                try search.compare([.settled], over: variation, where: { $0 == rule }) {
                    try unsettles($0)
                }
            }
        }
        return search.proof
    }

    /// Every fact of every rule is tried: the most regions for all of them, and for one.
    private static let mostForInformation = 20_000
    private static let mostForRule = 1_500

    // MARK: - Judging

    /// Whether the ordinary evaluation contradicts one of the comparisons.
    mutating func confirms(
        _ suspect: PropertySuspect, _ comparisons: [Comparison], _ versions: [Policy] = [],
        _ numbers: [Int64] = []
    ) throws -> Bool {
        let policies =
            versions.isEmpty
            ? (policy, policy) : (versions[suspect.first], versions[suspect.second])
        guard let before = try witness(suspect.before, suspect, policies.0),
            let after = try witness(suspect.after, suspect, policies.1),
            comparisons.contains(where: { !$0.allows(before.verdict, after.verdict) })
        else { return false }
        counterexample = BuiltInCounterexample(
            before: before, after: after, rule: suspect.rule,
            presence: numbers.isEmpty ? nil : (numbers[suspect.first], numbers[suspect.second]))
        return true
    }

    /// Whether a result that is settled in the ordinary evaluation becomes another one.
    private mutating func unsettles(_ suspect: PropertySuspect) throws -> Bool {
        guard let before = try witness(suspect.before, suspect, policy),
            let after = try witness(suspect.after, suspect, policy)
        else { return false }
        let later = after.verdict.results(of: suspect.rule.id)
        let changes = before.verdict.results(of: suspect.rule.id).contains { result in
            guard result.isSettled, let next = later.first(where: { $0.sujet == result.sujet })
            else { return false }
            return next.outcome != result.outcome || next.points != result.points
        }
        guard changes else { return false }
        counterexample = BuiltInCounterexample(
            before: before, after: after, rule: suspect.rule, presence: nil)
        return true
    }

    private func witness(
        _ json: JSONValue, _ suspect: PropertySuspect, _ policy: Policy
    ) throws -> Witness? {
        var judge = try Evaluator(policy)
        return Witness(
            json, le: suspect.decisionDay, regime: regime, schema: policy.schema, by: &judge)
    }
}

extension PropertySearch {
    /// The rules of some kinds that may look at what bears a name.
    func readers(of name: String, _ kinds: Set<RuleKind>) -> [Int] {
        meaning.rules.indices.filter {
            kinds.contains(meaning.rules[$0].rule.kind) && meaning.mayRead($0, name)
        }
    }
}

extension Variation {
    /// A fact that is missing, then lies in each of its cells; nil where it never is there.
    fileprivate init?(_ path: FactPath, _ cells: [Cell], _ schema: DossierSchema) {
        guard let type = try? path.type(in: schema) else { return nil }
        switch type {
        case .record: self.init(presenceOf: path)
        case .list(.record):
            self.init(path, counts: [nil] + Set(cells.compactMap(\.least)).sorted())
        default:
            let facts = cells.compactMap(\.representative).withoutRepeats
            self.init(path, to: [nil] + facts, holdsLists: false)
        }
    }
}

extension Cell {
    /// The least number of elements of a list in it; nil for what is no list.
    fileprivate var least: Int? { if case .counts(let least, _) = extent { least } else { nil } }
}
