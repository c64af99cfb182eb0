// An explanation for machines: `sceau/explication/1`.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// A verdict with what could still change it.
struct Explanation {
    private let verdict: Verdict
    private let outlook: Outlook?
    private let counterfactuals: [CounterfactualReport]?

    /// Puts an explanation together; nil for what was not looked at.
    init(
        _ verdict: Verdict, _ outlook: Outlook?, _ counterfactuals: [CounterfactualReport]?
    ) {
        self.verdict = verdict
        self.outlook = outlook
        self.counterfactuals = counterfactuals
    }

    /// The document, laid out for reading.
    var text: String {
        var output = Array("{\"schema\":\"\(ReportSchemas.explanation.identifier)\",\"avis\":".utf8)
        verdict.write(to: &output)
        output.append(UInt8(ascii: ","))
        var rest: [UInt8] = []
        analysis.write(to: &rest)
        output += rest.dropFirst()
        return String(decoding: JSONLayout.pretty(output), as: UTF8.self) + "\n"
    }

    private var analysis: JSONValue {
        .object([
            .init("pieces", .array(outlook?.pieces.map(piece) ?? [])),
            .init("lignes_manquantes", .array(outlook?.gaps.map { .string($0) } ?? [])),
            .init(
                "avis_acquis",
                .array(outlook?.settled.map { .optional($0?.rawValue) } ?? [])),
            .init(
                "points_possibles",
                outlook?.points.map {
                    ["au_mieux": .number($0.best), "au_pire": .number($0.worst)]
                }
                    ?? .null),
            .init("contrefactuels", counterfactuals.map { .array($0.map(report)) } ?? .null),
        ])
    }

    private func piece(_ piece: DecisivePiece) -> JSONValue {
        [
            "chemin": .string(piece.path.description),
            "sans_effet": .boolean(
                piece.isWithoutEffect && !piece.isPartial && piece.isExact),
            "partiel": .boolean(piece.isPartial),
            "avis": .array(
                piece.opinions.map { change in
                    [
                        "expertises": .array(change.expertises.map { .integer(Int64($0)) }),
                        "choix": .array(
                            change.choices.map { choice($0) { .string($0.rawValue) } }),
                    ]
                }),
            "points": .array(piece.points.map { choice($0) { .number($0) } }),
        ]
    }

    private func choice<Result>(
        _ choice: DecisivePiece.Choice<Result>, _ value: (Result) -> JSONValue
    ) -> JSONValue {
        [
            "au_mieux": value(choice.results.best), "au_pire": value(choice.results.worst),
            "certain": .boolean(choice.isExact), "entre_autres": .boolean(choice.hasMore),
            "si": .array(choice.ways.map(way)),
        ]
    }

    private func way(_ way: [Placement]) -> JSONValue { .array(way.map(\.jsonValue)) }

    private func report(_ report: CounterfactualReport) -> JSONValue {
        [
            "expertise": .optional(report.expertise), "avis": .string(report.avis.rawValue),
            "partiel": .boolean(report.isPartial),
            "autres_possibles": .boolean(report.isLimited),
            "bloquants": .array(report.blocking.map { .string($0) }),
            "propositions": .array(
                report.found.map { found in
                    [
                        "certain": .boolean(found.isExact),
                        "changements": .array(
                            found.changes.map { change in
                                [
                                    "chemin": .string(change.path.description),
                                    "geste": .string(change.kind.word), "si": way(change.way),
                                ]
                            }),
                        "dossier": found.witness.json,
                    ]
                }),
        ]
    }
}

extension Counterfactual.Change.Kind {
    fileprivate var word: String {
        switch self {
        case .given: "donner"
        case .changed: "changer"
        case .added: "ajouter"
        }
    }
}
