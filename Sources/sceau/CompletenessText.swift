// What a policy holds that can never serve, in French and for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The remarks of `sceau check --complet`.
struct CompletenessText {
    private let report: CompletenessReport
    private let unread: [UnreadDeclaration]
    private let names: FactNames
    private let paths: ReportPaths

    /// Takes what was found, the names of facts, and where the files stand.
    init(
        _ report: CompletenessReport, unread: [UnreadDeclaration], names: FactNames,
        paths: ReportPaths
    ) {
        self.report = report
        self.unread = unread
        self.names = names
        self.paths = paths
    }

    /// Adds the remarks, those of one kind and one regime together.
    func tell(on page: inout TextPage) {
        let count = report.findings.count + unread.count
        page.heading(
            "Complétude : \(French.count(count, "remarque", "remarques")) (\(French.count(report.explored, "région explorée", "régions explorées")))"
        )
        for kind in CompletenessFinding.Kind.allCases {
            let findings = report.findings.filter { $0.kind == kind }
            guard !findings.isEmpty else { continue }
            page.item("•", Stretch(kind.french + " :"), indent: 2)
            for finding in findings { tell(finding, on: &page) }
        }
        for kind in UnreadDeclaration.Kind.allCases {
            let declared = unread.filter { $0.kind == kind }
            guard !declared.isEmpty else { continue }
            page.item("•", Stretch(kind.french + " :"), indent: 2)
            for one in declared {
                page.item(
                    "", Stretch(code: "\(one.name)  \(paths.path(of: one.file)):\(one.line)"),
                    indent: 4)
            }
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
        if let others = others(of: finding) { page.item("", Stretch(others), indent: 6) }
        if let witness = finding.witness {
            let filed = French.day(witness.verdict.deposeLe)
            page.item(
                "", Stretch("témoin déposé le \(filed) : \(witness.verdict.avis.word)"), indent: 6)
            page.item("", Stretch(names.facts(of: witness)), indent: 8)
        }
    }

    /// What the other rules have to do with it; nil where there are none.
    private func others(of finding: CompletenessFinding) -> String? {
        let ids = French.list(finding.others)
        return switch finding.kind {
        case _ where finding.others.isEmpty: nil
        case .masked where finding.others.count > 1:
            "l’avis est le même sans ce critère : chaque fois qu’il échoue, l’un au moins de \(ids) échoue aussi, au moins aussi gravement"
        case .masked:
            "l’avis est le même sans ce critère : chaque fois qu’il échoue, \(ids) échoue aussi, au moins aussi gravement"
        case .agree: "même résultat que \(ids) sur tout dossier"
        case .clash: "s’applique en même temps que \(ids) : l’avis est « en erreur »"
        case .noValidity: "ni \(ids)"
        default: nil
        }
    }

    /// The remarks with their witnesses.
    var jsonValue: JSONValue {
        [
            "regions_explorees": .integer(Int64(report.explored)),
            "remarques": .array(report.findings.map(json)),
            "jamais_lus": .array(
                unread.map { declared in
                    [
                        "genre": .string(declared.kind.rawValue), "nom": .string(declared.name),
                        "fichier": .string(declared.file), "ligne": .integer(Int64(declared.line)),
                    ]
                }),
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
            "nom": .string(finding.name),
            "autres": .array(finding.others.map { .string($0) }),
            "exact": .boolean(finding.isExact),
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

extension UnreadDeclaration.Kind {
    /// What it is, in a few words.
    fileprivate var french: String {
        switch self {
        case .donnees: "tableaux qu’aucune règle ne lit"
        case .champ: "faits déclarés (champ) qu’aucune règle ne lit"
        }
    }
}

extension CompletenessFinding.Kind {
    /// What it is, in a few words.
    fileprivate var french: String {
        switch self {
        case .fails: "règles en erreur sur un dossier"
        case .neverApplies: "règles qui ne s’appliquent jamais"
        case .neverFails: "critères que tout dossier remplit dès que les faits lus sont connus"
        case .neverHolds: "critères qu’aucun dossier ne remplit"
        case .masked: "critères masqués par d’autres"
        case .agree: "règles qui donnent toujours le même résultat"
        case .clash: "règles de validité qui s’appliquent à une même expertise"
        case .noValidity: "expertises favorables sans règle de validité applicable"
        case .unreachableLevel: "niveaux de priorité qu’aucun total n’atteint"
        case .unusedRow: "lignes de tableau qu’aucune règle en vigueur ne lit"
        case .idleRow:
            "lignes de tableau dont chacune peut être retirée seule sans changer aucun résultat"
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
