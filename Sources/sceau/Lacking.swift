// The results of a verdict, looked up once for all that a page says of what is missing.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The results that lack each path, in the order of the results.
struct Lacking {
    private let results: [RuleResult]
    private let places: [String: [Int]]

    /// Looks at what each result lacks.
    init(_ results: [RuleResult]) {
        self.results = results
        var places: [String: [Int]] = [:]
        for (place, result) in results.enumerated() {
            for path in result.manquants where places[path]?.last != place {
                places[path, default: []].append(place)
            }
        }
        self.places = places
    }

    /// The results that lack a path.
    func rules(_ path: String) -> [RuleResult] { (places[path] ?? []).map { results[$0] } }
}

/// The undetermined criteria: those that lack the same things share a sentence.
struct OpenCriteria {
    /// The reason that a sentence of the opinion gives.
    private let reasons: [String: String]
    /// The criteria that have a reason, each once.
    private let criteria: [String: [String]]

    /// Takes the undetermined criteria out of all results.
    init(_ results: [RuleResult]) {
        var reasons: [String: String] = [:]
        var criteria: [String: [String]] = [:]
        for result in results where result.kind == .critere && result.outcome == .indeterminee {
            guard let reason = result.motif else { continue }
            // The opinion writes the criterion's title before its reason, in lower case.
            let sentence = "\(result.titre)\u{A0}: \(reason.lowercasedStart)"
            if reasons[sentence] == nil { reasons[sentence] = reason }
            criteria[reason, default: []].append(result.id)
        }
        self.reasons = reasons
        self.criteria = criteria.mapValues(\.withoutRepeats)
    }

    /// The sentence itself, or what several undetermined criteria have in common.
    func grouped(_ motif: String) -> String {
        guard let reason = reasons[motif] ?? reasons[motif.withoutExpertise],
            let ids = criteria[reason], ids.count > 1
        else { return motif }
        return "\(French.list(ids)) : \(reason.lowercasedStart)"
    }
}

extension String {
    /// The sentence without the expertise that it is about.
    fileprivate var withoutExpertise: String {
        guard hasPrefix("Expertise "), let colon = firstRange(of: "\u{A0}: ") else { return self }
        return String(self[colon.upperBound...])
    }

    /// The text with its first letter in lower case.
    fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}
