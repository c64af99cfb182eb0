// Tries to prove the properties of every policy.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
public import PolicyEngine

extension BuiltInProperty {
    /// Tries to prove every property under every regime.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - budget: the most regions to look at for one property of one regime.
    ///   - isWanted: whether to look at a property of a regime.
    /// - Returns: regimes in byte order, properties in the order of their kinds.
    /// - Throws: `DiagnosticsError` where a file fails, `EvaluationError` where the machine does.
    public static func search(
        _ policy: Policy, budget: Int = 50_000, where isWanted: (Kind, Regime) -> Bool
    ) throws -> [BuiltInProperty] {
        try policy.regimes.flatMap { regime in
            try Kind.allCases.filter { isWanted($0, regime) }.map { kind in
                var search = BuiltInSearch(policy, regime.id, budget)
                let proof =
                    switch kind {
                    case .name: try search.names(["nom"], in: "collectivite")
                    case .contact: try search.contacts()
                    case .presence: try search.presence()
                    case .references: try search.references()
                    case .information: try search.information()
                    }
                return BuiltInProperty(
                    kind: kind, regime: regime.id, proof: proof,
                    counterexample: search.counterexample)
            }
        }
    }

    /// The names of the facts that tell how to reach an applicant, wherever they stand in a schema.
    public static let contactNames = ["contact", "courriel", "telephone", "adresse"]

    /// The table of the presence of French authorities, by country.
    public static let presenceTable = "presence"
}
