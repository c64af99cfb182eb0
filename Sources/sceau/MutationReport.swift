// What `sceau test --mutate` found, in French and as JSON.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyTesting

/// Writes a mutation run.
struct MutationReport {
    /// The run.
    let run: MutationRun
    /// The survivors that are known, with the reason of each.
    let known: [String: String]
    /// Names the facts of the dossiers that tell mutants from the policy.
    let names: FactNames

    /// The survivors that no one explained.
    var unexplained: [Survivor] { run.survivors.filter { known[$0.mutant.name] == nil } }

    /// The survivors that someone explained.
    private var explained: [Survivor] { run.survivors.filter { known[$0.mutant.name] != nil } }

    /// The explained ones that a dossier tells from the policy all the same.
    var contradicted: [Survivor] { explained.filter { $0.witness != nil } }

    /// The reasons that explain no survivor any more.
    var obsolete: [String] {
        let names = Set(run.survivors.map(\.mutant.name))
        return known.keys.filter { !names.contains($0) }.sorted()
    }

    /// The least share of the mutants that the tests must notice.
    static let leastScore = 0.95

    /// Why the tests are not good enough, one sentence each.
    var faults: [String] {
        guard !run.results.isEmpty else { return ["aucun mutant : rien n’est mesuré"] }
        return [
            run.score < MutationReport.leastScore
                ? "le score de \(percentage)\u{A0}% est sous 95\u{A0}%" : nil,
            unexplained.isEmpty
                ? nil
                : French.count(
                    unexplained.count, "survivant sans explication", "survivants sans explication"),
            contradicted.isEmpty
                ? nil
                : French.count(
                    contradicted.count, "explication contredite par un dossier",
                    "explications contredites par un dossier"),
            obsolete.isEmpty
                ? nil
                : French.count(
                    obsolete.count, "explication devenue inutile", "explications devenues inutiles"),
        ].compactMap(\.self)
    }

    /// The figures, then the survivors; ends with an end of line.
    func text(_ palette: Palette, paths: ReportPaths) -> String {
        var page = TextPage(palette)
        page.heading("Mutants")
        for kind in Mutant.Kind.allCases {
            let all = run.results.filter { $0.mutant.kind == kind }
            let alive = run.survivors.filter { $0.mutant.kind == kind }.count
            let figures = French.count(all.count, "mutant", "mutants")
            let survivors = French.count(alive, "survivant", "survivants")
            page.item(
                Stretch(kind.rawValue.padded(toColumns: 24)), Stretch("\(figures), \(survivors)"))
        }
        let total = [
            French.count(run.killed, "tué", "tués"),
            French.count(run.survivors.count, "survivant", "survivants"),
            French.count(run.equivalents.count, "équivalent", "équivalents"),
            French.count(run.refused, "refusé", "refusés") + " au chargement",
        ].joined(separator: ", ")
        page.item(
            Stretch("score".padded(toColumns: 24)), Stretch("\(percentage)\u{A0}% (\(total))"))
        if !run.equivalents.isEmpty {
            page.heading("Mutants équivalents : aucun dossier ne peut les distinguer (prouvé)")
            for mutant in run.equivalents { add(mutant, paths, &page) }
        }
        add(explained, "Survivants expliqués", paths, &page)
        add(unexplained, "Survivants sans explication", paths, &page)
        if !obsolete.isEmpty {
            page.heading("Explications devenues inutiles")
            for name in obsolete { page.item("•", Stretch(code: name), indent: 2) }
        }
        if !faults.isEmpty { page.space() }
        for fault in faults { page.item(Stretch("✗", .bad), Stretch(fault)) }
        page.space()
        return page.text
    }

    private func add(
        _ survivors: [Survivor], _ title: String, _ paths: ReportPaths, _ page: inout TextPage
    ) {
        guard !survivors.isEmpty else { return }
        page.heading(title)
        for survivor in survivors {
            add(survivor.mutant, paths, &page)
            if let reason = known[survivor.mutant.name] {
                page.item("", Stretch(reason), indent: 6)
            }
            if let witness = survivor.witness {
                page.tell(witness, names, indent: 6)
                page.unbroken(witness.before.json.encoded(), indent: 6)
            } else {
                let doubts = survivor.doubts.map(\.french).joined(separator: " ; ")
                page.item(
                    "", Stretch("aucun dossier trouvé, sans preuve d’équivalence : \(doubts)"),
                    indent: 6)
            }
        }
    }

    private func add(_ mutant: Mutant, _ paths: ReportPaths, _ page: inout TextPage) {
        page.item(
            "•", Stretch(code: "\(paths.path(of: mutant.file)):\(mutant.line) : \(mutant.name)"),
            indent: 2)
    }

    /// The share of the mutants that could be noticed which a test notices, in tenths of a percent, rounded down.
    var percentage: String { French.decimal((run.score * 1000).rounded(.down) / 10) }

    /// The run for other programs, as `sceau/mutants/1`.
    var json: JSONValue {
        [
            "schema": .string(ReportSchemas.mutants.identifier),
            "tues": .integer(Int64(run.killed)),
            "refuses": .integer(Int64(run.refused)),
            "score": .number(run.score),
            "defauts": .array(faults.map { .string($0.typeset) }),
            "equivalents": .array(run.equivalents.map { .object(members(of: $0)) }),
            "survivants": .array(
                run.survivors.map { survivor in
                    .object(
                        members(of: survivor.mutant) + [
                            .init("raison", .optional(known[survivor.mutant.name])),
                            .init("temoin", survivor.witness.map(\.jsonValue) ?? .null),
                            .init(
                                "doutes", .array(survivor.doubts.map { .string($0.rawValue) })),
                        ])
                }),
            "explications_inutiles": .array(obsolete.map { .string($0) }),
        ]
    }

    private func members(of mutant: Mutant) -> [JSONValue.Member] {
        [
            .init("nom", .string(mutant.name)), .init("genre", .string(mutant.kind.rawValue)),
            .init("fichier", .string(mutant.file)),
            .init("ligne", .integer(Int64(mutant.line))),
        ]
    }
}

extension Doubt.Reason {
    /// Why a mutant may differ from the policy although no dossier has shown it.
    fileprivate var french: String {
        switch self {
        case .sampled:
            "une fonction ou la comparaison de deux faits cache où le résultat change"
        case .days: "la règle lit le jour de la décision, et quelques jours ont été essayés"
        case .partial: "l’exploration s’est arrêtée avant la fin"
        case .unconfirmed: "une différence a été vue qu’aucun dossier essayé n’a montrée"
        }
    }
}
