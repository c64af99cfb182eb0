// What stops a command, said in one French sentence.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// A reason to stop, with what the user may do about it.
struct CommandFailure: Error, Hashable {
    /// The status to end with.
    let status: ExitStatus
    /// What is wrong: lower-case first letter, no full stop.
    let message: String
    /// The remedy, if one is known.
    let help: String?

    /// Makes a failure.
    init(_ status: ExitStatus, _ message: String, help: String? = nil) {
        self.status = status
        self.message = message
        self.help = help
    }

    /// The lines to show on standard error.
    var text: String {
        let remedy = help.map { "\naide\u{A0}: \($0.withVisibleControls)" } ?? ""
        return "erreur\u{A0}: \(message.withVisibleControls)\(remedy)\n"
    }
}

extension CommandFailure {
    /// What to do where a file or a folder is not there.
    static let absence = "vérifier le nom, et le répertoire où la commande est lancée"

    /// A day that is not written `yyyy-mm-dd`.
    static func notADay(_ text: String, option: String) -> CommandFailure {
        CommandFailure(
            .usage, "jour illisible après \(option)\u{A0}: \(French.quoted(text))",
            help: "écrire le jour ainsi\u{A0}: \(isoProposal(for: text) ?? "2020-07-10")")
    }

    /// `--csv` where the result is no CSV.
    static let profileWithoutCSV = CommandFailure(
        .usage, "--csv ne va qu’avec --format csv",
        help: "ajouter --format csv, ou retirer --csv")

    /// `--bref` where the result is no list of lines.
    static let shortWithoutLines = CommandFailure(
        .usage, "--bref ne va qu’avec --format ndjson",
        help: "ajouter --format ndjson, ou retirer --bref")

    /// `--avec` in a form that shows no comparison.
    static let formWithoutComparison = CommandFailure(
        .usage, "--avec ne va qu’avec --format texte ou json",
        help: "pour un lot, comparer deux politiques avec sceau impact")

    /// `check --complet` in a form that tells of faults alone.
    static let completenessWithoutForm = CommandFailure(
        .usage, "--complet ne va qu’avec --format texte ou json",
        help: "les autres formes ne portent que les défauts : les demander sans --complet")

    /// A number of workers that makes no sense.
    static let wrongJobs = CommandFailure(
        .usage,
        "--jobs demande un nombre de \(BatchRun.jobs.lowerBound) à \(BatchRun.jobs.upperBound)",
        help: "sans --jobs, un par processeur")

    /// An opinion dated before its dossier.
    static func decisionBeforeFiling(file: String, filed: String, decided: String)
        -> CommandFailure
    {
        CommandFailure(
            .usage,
            "\(file)\u{A0}: la décision (\(decided)) précède le dépôt du dossier (\(filed))",
            help: "donner un autre jour de décision avec --le")
    }

    /// A result that would take the place of a dossier.
    static func resultOverDossier(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(path)\u{A0}: le résultat prendrait la place d’un dossier qui est lu",
            help: "donner un autre fichier avec -o")
    }

    /// A result that would take the place of a file of the policies, or of their tests.
    static func resultOverPolicy(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(path)\u{A0}: le résultat prendrait la place d’un fichier des politiques",
            help: "donner un autre fichier avec -o")
    }

    /// A result that would take the place of an example or of its expected verdict.
    static func resultOverExample(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(path)\u{A0}: le résultat prendrait la place d’un fichier des exemples",
            help: "donner un autre fichier avec -o")
    }

    /// A regime that no policy declares.
    static func unknownRegime(_ name: String, nearest: String?, known: [String])
        -> CommandFailure
    {
        let list = "régimes connus\u{A0}: " + known.joined(separator: ", ")
        let help = nearest.map { "vouliez-vous dire \(French.quoted($0))\u{202F}?" } ?? list
        return CommandFailure(.usage, "régime inconnu\u{A0}: \(French.quoted(name))", help: help)
    }

    /// A first word that is no command.
    static func unknownVerb(_ word: String, nearest: String?, known: [String]) -> CommandFailure {
        CommandFailure(
            .usage, "commande inconnue\u{A0}: \(French.quoted(word))",
            help: nearest.map { "vouliez-vous dire \(French.quoted($0))\u{202F}?" }
                ?? "commandes connues\u{A0}: \(known.joined(separator: ", "))")
    }

    /// No folder of policies anywhere.
    static let noPolicies = CommandFailure(
        .badPolicy, "aucun répertoire \(French.quoted("policies")) trouvé",
        help: "donner le répertoire des politiques avec --policies")

    /// A folder of policies without any regime.
    static func noRegime(in path: String) -> CommandFailure {
        CommandFailure(
            .badPolicy, "aucun régime dans le répertoire des politiques \(French.quoted(path))",
            help: "chaque régime est un répertoire qui contient un fichier regime.lua")
    }

    /// No Lua file where some were looked for.
    static func noLuaFile(in path: String) -> CommandFailure {
        CommandFailure(.badPolicy, "aucun fichier .lua dans \(French.quoted(path))")
    }

    /// `-` among other files.
    static let notOnlyStandardInput = CommandFailure(
        .usage, "l’entrée standard (-) se met en forme seule, sans autre fichier")

    /// Something that should not have happened.
    static func defect(_ detail: String) -> CommandFailure {
        CommandFailure(
            .defect, "défaut de sceau, qui n’est pas de votre fait\u{A0}: \(detail)")
    }

    /// The day that a text such as `10/07/2020` means, in ISO form.
    private static func isoProposal(for text: String) -> String? {
        let parts = text.split { "/.- ".contains($0) }.map(String.init)
        guard parts.count == 3 else { return nil }
        let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }
        let ordered = padded[0].count == 4 ? padded : padded.reversed()
        return Day(iso: ordered.joined(separator: "-"))?.iso
    }
}
