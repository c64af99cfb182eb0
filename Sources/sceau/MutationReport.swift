// What `sceau test --mutate` found, in French and as JSON.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyTesting

/// Writes a mutation run.
struct MutationReport {
    /// The run.
    let run: MutationRun
    /// The survivors that are known, with the reason of each.
    let known: [String: String]

    /// The survivors that no one explained.
    var unexplained: [Mutant] { run.survivors.filter { known[$0.name] == nil } }

    /// The reasons that explain no survivor any more.
    var obsolete: [String] {
        let names = Set(run.survivors.map(\.name))
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
            let alive = all.filter { $0.fate == .survived }.count
            let figures = French.count(all.count, "mutant", "mutants")
            let survivors = French.count(alive, "survivant", "survivants")
            page.item(
                Stretch(kind.rawValue.padded(toColumns: 24)), Stretch("\(figures), \(survivors)"))
        }
        let total =
            "\(French.count(run.killed, "tué", "tués")), "
            + "\(French.count(run.survivors.count, "survivant", "survivants")), "
            + "\(French.count(run.refused, "refusé", "refusés")) au chargement"
        page.item(
            Stretch("score".padded(toColumns: 24)), Stretch("\(percentage)\u{A0}% (\(total))"))
        add(run.survivors.filter { known[$0.name] != nil }, "Survivants expliqués", paths, &page)
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
        _ mutants: [Mutant], _ title: String, _ paths: ReportPaths, _ page: inout TextPage
    ) {
        guard !mutants.isEmpty else { return }
        page.heading(title)
        for mutant in mutants {
            page.item(
                "•",
                Stretch(code: "\(paths.path(of: mutant.file)):\(mutant.line) : \(mutant.name)"),
                indent: 2)
            if let reason = known[mutant.name] { page.item("", Stretch(reason), indent: 6) }
        }
    }

    /// The share of usable mutants that a test notices, in tenths of a percent, rounded down.
    var percentage: String { French.decimal((run.score * 1000).rounded(.down) / 10) }

    /// The run for other programs.
    var json: JSONValue {
        [
            "tues": .integer(Int64(run.killed)),
            "refuses": .integer(Int64(run.refused)),
            "score": .number(run.score),
            "defauts": .array(faults.map { .string($0.typeset) }),
            "survivants": .array(
                run.survivors.map { mutant in
                    [
                        "nom": .string(mutant.name),
                        "genre": .string(mutant.kind.rawValue),
                        "fichier": .string(mutant.file),
                        "ligne": .integer(Int64(mutant.line)),
                        "raison": .optional(known[mutant.name]),
                    ]
                }),
            "explications_inutiles": .array(obsolete.map { .string($0) }),
        ]
    }
}
