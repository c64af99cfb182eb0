// Compares verdicts of the ordinary evaluation, as rules' results are compared.
// SPDX-License-Identifier: MIT

import PolicyEngine

extension Comparison {
    /// Whether a verdict may follow another one; one in which a rule failed always may.
    func allows(_ first: Verdict, _ second: Verdict) -> Bool {
        guard !first.hasFailure, !second.hasFailure else { return true }
        let pairs: [(Double?, Double?)]
        switch watched {
        case .avis:
            guard first.expertises.count == second.expertises.count else { return false }
            let avis = zip(
                [first.avis] + first.expertises.map(\.avis),
                [second.avis] + second.expertises.map(\.avis))
            guard trend != .constant else { return avis.allSatisfy { $0 == $1 } }
            pairs = avis.filter { $0 != .partage && $1 != .partage }
                .map { (-Double($0.severity), -Double($1.severity)) }
        case .points: pairs = [(first.priorite.points, second.priorite.points)]
        case .pointsMax: pairs = [(first.priorite.pointsMax, second.priorite.pointsMax)]
        default: return first.expertises.map(\.validite) == second.expertises.map(\.validite)
        }
        return pairs.allSatisfy { first, second in
            switch trend {
            case .constant: first == second
            case .rising: first.flatMap { a in second.map { a <= $0 } } ?? true
            case .falling: first.flatMap { a in second.map { a >= $0 } } ?? true
            }
        }
    }
}
