// Dossiers, or versions of a policy, that differ in one thing alone.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

/// What varies from one verdict to the next, in order.
struct Variation: Sendable {
    /// How many verdicts are compared.
    let count: Int
    /// Makes the dossiers of a region that are compared; empty when the policy varies.
    private(set) var variants: [@Sendable (Dossier) -> Dossier] = []
    /// What a rule must name for it to look at what varies.
    let name: String
    /// What every dossier holds.
    private(set) var start: @Sendable (Dossier) -> Dossier = { $0 }
    /// The fact that varies; regions never place it, nor a part of it where `holdsParts` says so.
    private var path: FactPath?
    private(set) var holdsParts = true
    /// The lists of which every dossier holds so many elements.
    private var lists: [String] = []

    /// Whether it is a number or a day that grows from one version to the next.
    private(set) var isRising = false

    /// A parameter or a table that has another content in each version.
    init(versions count: Int, name: String, isRising: Bool = false) {
        self.count = count
        self.name = name
        self.isRising = isRising
    }

    /// The fact that varies; none where it is the policy.
    var facts: Set<FactPath> { path.map { [$0] } ?? [] }

    /// A fact that takes one value after the other; nil for none.
    ///
    /// - Parameters:
    ///   - path: the fact.
    ///   - facts: its values.
    ///   - holdsLists: whether the lists on its way are there; where one is not, the dossiers are
    ///     all the same.
    init(_ path: FactPath, to facts: [Fact?], holdsLists: Bool = true) {
        count = facts.count
        name = path.lastName
        self.path = path
        variants = facts.map { fact in { $0.setting(path, to: fact) } }
        guard holdsLists else { return }
        start = { $0.holding(path) }
        lists = path.lists
    }

    /// A list of records of which rules may look at the parts.
    ///
    /// Every dossier holds the largest of the lists, and the others are cut; nil for no list at all.
    init(_ path: FactPath, counts: [Int?]) {
        count = counts.count
        name = path.lastName
        self.path = path
        holdsParts = false
        lists = path.lists
        let most = counts.compactMap(\.self).max() ?? 0
        let largest = Fact.list(Array(repeating: .record(FactRecord()), count: most))
        start = { $0.holding(path).setting(path, to: largest) }
        variants = counts.map { count in
            { dossier in
                guard let count, case .list(let elements)? = dossier[path] else {
                    return dossier.setting(path, to: nil)
                }
                return dossier.setting(path, to: .list(Array(elements.prefix(count))))
            }
        }
    }

    /// A record that is not there, then is.
    init(presenceOf path: FactPath) {
        count = 2
        name = path.lastName
        self.path = path
        holdsParts = false
        lists = path.lists
        start = { $0.holding(path).setting(path, to: .record(FactRecord())) }
        variants = [{ $0.setting(path, to: nil) }, { $0 }]
    }

    /// Whether a missing fact may be placed in regions.
    func isOpen(_ other: FactPath) -> Bool {
        guard let path else { return true }
        return holdsParts ? !path.holds(other) : path != other
    }

    /// Whether a rule gives numbers or days that are made of facts, or looks at more of a list than
    /// dossiers of regions hold.
    func isBeyondRegions(_ rule: Int, in meaning: RegimeMeaning) -> Bool {
        guard !lists.contains(where: { meaning.mayRead(rule, $0) }) else { return true }
        let program = meaning.rules[rule]
        switch program.rule.kind {
        case .critere, .signalement: return false
        case .validite, .calcul: return true
        case .priorite:
            switch program.rule.field("points")?.expression.kind {
            case .number?: return false
            case .name(let name)?: return !program.parameters.contains(name.text)
            default: return true
            }
        }
    }
}

extension FactPath {
    /// The name at its end.
    var lastName: String {
        steps.reversed().lazy.compactMap { step -> String? in
            if case .name(let name) = step { name } else { nil }
        }.first ?? ""
    }

    /// The names of the lists in whose elements it leads.
    fileprivate var lists: [String] {
        zip(steps, steps.dropFirst()).compactMap { step, next in
            guard case .name(let name) = step, case .element = next else { return nil }
            return name
        }
    }

    fileprivate func prefix(_ count: Int) -> FactPath? {
        guard count > 0, case .name(let first) = steps[0], var path = FactPath(first) else {
            return nil
        }
        for step in steps[1..<count] { path = path.appending(step) }
        return path
    }
}

extension Dossier {
    /// With the elements of lists that a path leads through, nothing in them.
    fileprivate func holding(_ path: FactPath) -> Dossier {
        var dossier = self
        for (index, step) in path.steps.enumerated() {
            guard case .element(let number) = step, let list = path.prefix(index) else { continue }
            let elements = Array(repeating: Fact.record(FactRecord()), count: number)
            if dossier[list] == nil { dossier = dossier.setting(list, to: .list(elements)) }
        }
        return dossier
    }
}
