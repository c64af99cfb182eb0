// Tries to prove that a result follows a fact or a parameter.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

extension PropertyProof {
    /// Tries to prove that a result follows a fact of a dossier.
    ///
    /// - Parameters:
    ///   - watched: the result.
    ///   - trend: how it must follow.
    ///   - path: the fact; `depose_le` and lists of expertises or requests are beyond what is proved.
    ///   - values: the values that it takes, in order.
    ///   - regime: the regime of the dossiers.
    ///   - policy: the policy.
    ///   - budget: the most regions to look at.
    ///   - confirms: judges a dossier by the ordinary evaluation; true when it contradicts.
    /// - Returns: what came of it.
    /// - Throws: `DiagnosticsError` where a file fails, `EvaluationError` where the machine does.
    public static func search(
        _ watched: WatchedResult, _ trend: Trend, of path: FactPath, values: [Fact],
        under regime: String, of policy: Policy, budget: Int = 50_000,
        confirms: (PropertySuspect) throws -> Bool
    ) throws -> PropertyProof {
        let structural: Set<FactPath?> = [
            FactPath("depose_le"), FactPath("expertises"), FactPath("demandes"),
        ]
        let isElement: Bool = if case .element? = path.steps.last { true } else { false }
        guard !structural.contains(path), !isElement else { return PropertyProof(outcome: .beyond) }
        var search = try PropertySearch([policy], regime: regime, budget: budget)
        try search.compare(
            [Comparison(watched, trend)], over: Variation(path, to: values), confirms: confirms)
        return search.proof
    }

    /// Tries to prove that a result follows a parameter.
    ///
    /// - Parameters:
    ///   - watched: the result.
    ///   - trend: how it must follow.
    ///   - parameter: its name.
    ///   - versions: the policy with each value of it, in order.
    ///   - regime: the regime of the dossiers.
    ///   - budget: the most regions to look at.
    ///   - confirms: judges a dossier by the ordinary evaluation; true when it contradicts.
    /// - Returns: what came of it.
    /// - Throws: `DiagnosticsError` where a file fails, `EvaluationError` where the machine does.
    public static func search(
        _ watched: WatchedResult, _ trend: Trend, ofParameter parameter: String,
        versions: [Policy], under regime: String, budget: Int = 50_000,
        confirms: (PropertySuspect) throws -> Bool
    ) throws -> PropertyProof {
        var search = try PropertySearch(versions, regime: regime, budget: budget)
        try search.compare(
            [Comparison(watched, trend)],
            over: Variation(
                versions: versions.count, name: parameter,
                isRising: versions.rise(parameter, under: regime)),
            confirms: confirms)
        return search.proof
    }

    /// What cells cannot tell.
    public static let beyond = PropertyProof(outcome: .beyond)
}

extension [Policy] {
    /// Whether a parameter is one number or one day in each, less than in those that follow.
    fileprivate func rise(_ parameter: String, under regime: String) -> Bool {
        let sizes = map { policy -> Double? in
            let values =
                policy.regime(id: regime)?.declarations.parameters
                .first { $0.name.value == parameter }?.values ?? []
            guard values.count == 1 else { return nil }
            return switch values[0].value.value {
            case .integer(let number): Double(number)
            case .decimal(let number): number
            case .day(let day): Double(day.ordinal)
            case .text, .boolean, .list: nil
            }
        }
        return zip(sizes, sizes.dropFirst()).allSatisfy { one, next in
            one.flatMap { one in next.map { one < $0 } } ?? false
        }
    }
}
