// `--mutate` and its form for programs: which small changes of the rules go unnoticed.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyTesting

/// Whether, and where, `sceau test` tells what its tests do not notice.
struct MutationOptions: ParsableArguments {
    @Flag(
        help: .french(
            "Dit aussi quels petits changements des règles passeraient inaperçus (lent)."))
    var mutate = false

    @Option(
        help: ArgumentHelp.french("Écrit ces changements en JSON.", valueName: "fichier"),
        completion: .file(extensions: ["json"]))
    var mutantsJson: String?

    @Option(
        help: ArgumentHelp.french(
            "Écrit en Lua les cas les moins nombreux qui couvrent ce que les tests manquent (lent).",
            valueName: "fichier"),
        completion: .file(extensions: ["lua"]))
    var suggest: String?

    /// Whether any form is asked for.
    var isAsked: Bool { mutantsJson != nil || mutate || suggest != nil }

    /// The files to write.
    var files: [String?] { [mutantsJson, suggest] }

    /// Whether mutants that no test notices are faults: where cases are asked for, they are tasks.
    var isHeldAgainst: Bool { mutantsJson != nil || mutate }

    func validate() throws {
        try ResultPlace.checkName(mutantsJson, option: "--mutants-json")
        try ResultPlace.checkName(suggest, option: "--suggest")
    }

    /// Refuses a place for cases where something stands already, or nothing can.
    func checkPlace(in policies: PolicyChoice) throws {
        guard let suggest else { return }
        if suggest == "-" {
            throw CommandFailure(
                .usage, "--suggest écrit un fichier de cas, et non sur la sortie",
                help: "donner un nom, par exemple policies/tests/propositions.lua")
        }
        if FileAccess.exists(suggest) {
            throw CommandFailure(
                .usage,
                "--suggest n’écrit pas par-dessus \(French.quoted(suggest)), qui existe déjà",
                help: "donner un autre nom, ou retirer ce fichier après en avoir gardé les cas")
        }
        let folder = suggest.lastIndex(of: "/").map { String(suggest[...$0]) } ?? "."
        guard FileAccess.isDirectory(folder) else {
            throw CommandFailure(
                .fileAccess, "le répertoire de \(French.quoted(suggest)) n’existe pas",
                help: "le créer, ou donner un autre nom à --suggest")
        }
        // A case among the rules is no rule: the policy would not load any more.
        guard let root = policies.folder(), let whole = FileAccess.resolved(root),
            let place = FileAccess.resolved(folder), place.lies(in: whole),
            !place.lies(in: whole + "/tests")
        else { return }
        throw CommandFailure(
            .usage,
            "--suggest n’écrit pas de cas parmi les règles\u{A0}: \(French.quoted(suggest)) est dans le répertoire des politiques",
            help: "donner un nom du répertoire des cas, par exemple \(root)/tests/propositions.lua")
    }

    /// Tries every mutant, and counts them on a terminal.
    func report(of run: TestRun) throws -> MutationReport {
        guard Surroundings.isTerminal(2) else { return try run.mutants { _, _ in } }
        let report = try run.mutants { done, total in
            if done % 20 == 0 { Console.remark("\r\(done) mutants sur \(total)") }
        }
        Console.remark("\r\u{1B}[K")
        return report
    }

    /// Writes the file, and gives the text to show before the tests' last line.
    func publish(_ report: MutationReport, _ palette: Palette, paths: ReportPaths) throws -> String
    {
        if let mutantsJson {
            try Console.publish(report.json.encoded(style: .pretty) + "\n", to: mutantsJson)
        }
        return isHeldAgainst ? report.text(palette, paths: paths) : ""
    }

    /// Writes the cases that are missing, and tells what they cover.
    func publish(_ suggestions: Suggestions, _ palette: Palette) throws -> String {
        guard let suggest else { return "" }
        if !suggestions.cases.isEmpty { try Console.publish(suggestions.lua(), to: suggest) }
        return SuggestionText(suggestions, place: suggest).text(palette)
    }
}

extension String {
    /// Whether a path without links is a folder or leads into it.
    fileprivate func lies(in folder: String) -> Bool { self == folder || hasPrefix(folder + "/") }
}
