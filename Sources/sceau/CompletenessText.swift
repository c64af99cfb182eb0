// What a policy holds that can never serve, in French and for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The remarks of `sceau check --complet`.
struct CompletenessText {
    private let report: CompletenessReport
    private let names: FactNames

    /// Takes a report and the names of facts.
    init(_ report: CompletenessReport, names: FactNames) {
        self.report = report
        self.names = names
    }

    /// Adds the remarks, those of one kind and one regime together.
    func tell(on page: inout TextPage) {
        page.heading(
            "Complétude : \(French.count(report.findings.count, "remarque", "remarques")) (\(French.count(report.explored, "région explorée", "régions explorées")))"
        )
        for kind in CompletenessFinding.Kind.allCases {
            let findings = report.findings.filter { $0.kind == kind }
            guard !findings.isEmpty else { continue }
            page.item("•", Stretch(kind.french + " :"), indent: 2)
            for finding in findings { tell(finding, on: &page) }
        }
        let partial = report.doubts.filter { $0.reason == .partial }.map {
            "\($0.rule.id) (\($0.rule.regime))"
        }
        if !partial.isEmpty {
            let explored = French.count(report.explored, "région", "régions")
            page.item(
                "", Stretch("Exploré \(explored) ; résultat partiel pour \(French.list(partial))."))
        }
    }

    private func tell(_ finding: CompletenessFinding, on page: inout TextPage) {
        let place = finding.regime.map { " (\($0))" } ?? ""
        let periods = finding.periods.map(\.french)
        let when = periods.isEmpty ? "" : ", \(French.list(periods))"
        let certainty = finding.isExact ? "" : " — possible"
        let title = finding.titre.isEmpty ? "" : "  \(finding.titre)"
        let name =
            finding.kind == .unspokenNature
            ? (ClosedList.natures.labels[finding.name] ?? finding.name) : finding.name
        page.item("", Stretch("\(name)\(title)\(place)\(when)\(certainty)"), indent: 4)
        if let witness = finding.witness {
            let filed = French.day(witness.verdict.deposeLe)
            page.item(
                "", Stretch("témoin déposé le \(filed) : \(witness.verdict.avis.word)"), indent: 6)
        }
    }

    /// The remarks with their witnesses.
    var jsonValue: JSONValue {
        [
            "regions_explorees": .integer(Int64(report.explored)),
            "remarques": .array(report.findings.map(json)),
            "doutes": .array(
                report.doubts.map {
                    [
                        "regime": .string($0.rule.regime), "id": .string($0.rule.id),
                        "raison": .string($0.reason.rawValue),
                    ]
                }),
        ]
    }

    private func json(_ finding: CompletenessFinding) -> JSONValue {
        [
            "remarque": .string(finding.kind.rawValue), "regime": .optional(finding.regime),
            "nom": .string(finding.name), "exact": .boolean(finding.isExact),
            "periodes": .array(
                finding.periods.map {
                    ["du": .optional($0.du?.iso), "jusqu_au": .optional($0.jusquAu?.iso)]
                }),
            "temoin": finding.witness.map { witness in
                [
                    "decision": .string(witness.decisionDay.iso), "dossier": witness.json,
                    "avis": .string(witness.verdict.avis.rawValue),
                ]
            } ?? .null,
        ]
    }
}

extension CompletenessFinding.Kind {
    /// What it is, in a few words.
    fileprivate var french: String {
        switch self {
        case .fails: "règles en erreur sur un dossier"
        case .neverApplies: "règles qui ne s’appliquent jamais"
        case .neverFails: "critères que tout dossier remplit"
        case .neverHolds: "critères qu’aucun dossier ne remplit"
        case .unreachableLevel: "niveaux de priorité qu’aucun total n’atteint"
        case .unusedRow: "lignes de tableau qu’aucune règle en vigueur ne lit"
        case .unspokenNature: "natures de demandeur dont ni règle ni tableau ne parle"
        }
    }
}

extension Period {
    /// « du 1er janvier 2017 au 7 juillet 2020 ».
    var french: String {
        switch (du, jusquAu) {
        case (let du?, let end?): "du \(French.day(du)) au \(French.day(end))"
        case (let du?, nil): "à partir du \(French.day(du))"
        case (nil, let end?): "jusqu’au \(French.day(end))"
        case (nil, nil): "toujours"
        }
    }
}
