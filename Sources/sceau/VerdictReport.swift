// The verdicts of a run in the form that was asked for.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// One verdict, or the verdicts of several dossiers in the order in which they came.
struct VerdictReport {
    private let results: [(path: String, verdict: Verdict)]
    private let isBatch: Bool
    private let schema: DossierSchema

    private var verdicts: [Verdict] { results.map(\.verdict) }

    /// Prepares a report; a batch is a list even when it holds one verdict or none.
    init(_ results: [(path: String, verdict: Verdict)], isBatch: Bool, schema: DossierSchema) {
        self.results = results
        self.isBatch = isBatch
        self.schema = schema
    }

    /// The report; ends with an end of line.
    func written(as format: ResultFormat, _ palette: Palette) -> String {
        switch format {
        case .texte: text(palette)
        case .json: json.encoded(style: .pretty) + "\n"
        }
    }

    private var json: JSONValue {
        let values = verdicts.map(\.jsonValue)
        return isBatch ? .array(values) : values.first ?? .null
    }

    private func text(_ palette: Palette) -> String {
        let pages = results.map { path, verdict in
            let page = VerdictText(verdict, schema: schema).page(palette)
            return isBatch ? title(path, palette) + page : page
        }
        guard isBatch else { return pages.joined() }
        var separator = TextPage(palette)
        separator.rule()
        return (pages + [summary]).joined(separator: "\n" + separator.text + "\n")
    }

    /// The file of one dossier among several.
    private func title(_ path: String, _ palette: Palette) -> String {
        var page = TextPage(palette)
        page.item("", Stretch(code: path, .title))
        return page.text
    }

    /// « 3 dossiers : 2 favorables, 1 incomplet ».
    private var summary: String {
        var page = TextPage(.plain)
        let counts = Avis.allCases.compactMap { avis -> String? in
            let count = verdicts.filter { $0.avis == avis }.count
            return count == 0 ? nil : avis.counted(count)
        }
        let total = French.count(verdicts.count, "dossier évalué", "dossiers évalués")
        page.item("", Stretch(([total] + counts).joined(separator: " · ")))
        return page.text
    }
}

extension Avis {
    fileprivate func counted(_ count: Int) -> String {
        switch self {
        case .favorable: French.count(count, "favorable", "favorables")
        case .aExaminer: "\(count) à examiner"
        case .incomplet: French.count(count, "incomplet", "incomplets")
        case .defavorable: French.count(count, "défavorable", "défavorables")
        case .partage: French.count(count, "partagé", "partagés")
        case .enErreur: "\(count) en erreur"
        }
    }
}
