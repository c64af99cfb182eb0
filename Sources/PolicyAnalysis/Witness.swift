// A dossier with the verdict on it: what shows that something the analysis says is so.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// A dossier that the ordinary evaluation has read and judged.
public struct Witness: Sendable {
    /// The dossier, as it could stand in a file.
    public let json: JSONValue
    /// The decision day.
    public let decisionDay: Day
    /// The verdict of the ordinary evaluation.
    public let verdict: Verdict
    /// The facts that the region places of which it is one, in the order in which rules asked for them;
    /// empty for a dossier that was made otherwise.
    public let placed: [FactPath]

    /// Reads and judges a dossier; nil when it has a fault, or cannot be judged.
    ///
    /// A regime, when it is given, skips the choice.
    public init?(
        _ json: JSONValue, le decisionDay: Day, regime: String? = nil, placing: [FactPath] = [],
        schema: DossierSchema, by evaluator: inout Evaluator
    ) {
        let text = SourceText(path: "dossier.json", text: json.encoded())
        guard let dossier = try? Dossier.read(text, schema: schema),
            let verdict = try? evaluator.evaluate(dossier, le: decisionDay, regime: regime)
        else { return nil }
        self.json = json
        self.decisionDay = decisionDay
        self.verdict = verdict
        placed = placing
    }
}
