// Which rules say something else of one dossier under two versions.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What one rule counts for on one dossier under two versions.
public struct RuleTurn: Sendable {
    /// The rule.
    public let id: String
    /// What it counted for; `nothing` where it was not there.
    public let before: Bearing
    /// What it counts for.
    public let after: Bearing
}

extension WitnessPair {
    /// The rules that count for something else, in the order of the verdicts; the first subject of each.
    public var turns: [RuleTurn] {
        ids.compactMap { id in
            let (old, new) = (before.bearings(of: id), after.bearings(of: id))
            let count = max(old.count, new.count)
            return (0..<count).lazy.map { index in
                RuleTurn(
                    id: id, before: old.indices.contains(index) ? old[index] : .nothing,
                    after: new.indices.contains(index) ? new[index] : .nothing)
            }.first { $0.before != $0.after }
        }
    }

    /// The rules of which a reason, a value or a missing piece differs, and not what they count for.
    public var rewordings: [String] {
        let turned = Set(turns.map(\.id))
        return ids.filter { !turned.contains($0) && before.marks(of: $0) != after.marks(of: $0) }
    }

    /// How much a dossier shows: what the verdict comes to, what a rule brings to it, or neither.
    var weight: Int {
        if changesVerdict { return WitnessPair.mostWeight }
        return turns.contains { !$0.before.isNeutral || !$0.after.isNeutral } ? 1 : 0
    }

    /// The weight of a dossier whose verdict changes.
    static let mostWeight = 2

    private var ids: [String] {
        [before, after].map(\.verdict).flatMap { $0.allRules + $0.quietFlags }.map(\.id)
            .withoutRepeats
    }
}

extension Witness {
    /// What a rule's results count for, in the order of the verdict.
    func bearings(of rule: String) -> [Bearing] {
        verdict.results(of: rule).map { Bearing($0, period: verdict.period(of: $0)) }
    }
}
