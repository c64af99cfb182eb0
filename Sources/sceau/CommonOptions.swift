// Options that several commands share.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine

extension ArgumentHelp {
    /// Help with French spacing.
    static func french(_ text: String, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp("\(text.typeset)", valueName: valueName)
    }
}

/// When to paint results and remarks.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// The palette for a stream.
    func palette(for descriptor: Int32) -> Palette {
        switch self {
        case .auto: Surroundings.wantsColor(descriptor) ? .colored : .plain
        case .always: .colored
        case .never: .plain
        }
    }

    /// Shows diagnostics on standard error.
    func remark(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        let style = palette(for: 2).diagnostics
        Console.remark(DiagnosticRenderer(style: style).render(diagnostics))
    }
}

/// `--color`.
struct ColorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp.french(
            "Couleurs : auto (dans un terminal, sauf si NO_COLOR est défini), always, never.",
            valueName: "quand"))
    var color = ColorChoice.auto
}

/// `-o` and `--color`.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp.french(
            "Écrit le résultat dans ce fichier, d’un seul coup, plutôt que sur la sortie standard.",
            valueName: "fichier"),
        completion: .file())
    var output: String?

    @OptionGroup var colors: ColorOptions

    /// Where the result was chosen to go.
    var chosen: OutputChoice { OutputChoice(file: output, colors: colors.color) }

    func validate() throws { try ResultPlace.checkName(output, option: "-o") }
}

/// Where a result goes, and its colours.
struct OutputChoice {
    /// Nil for standard output.
    var file: String?
    var colors = ColorChoice.auto

    /// The palette of the result: a file gets colours only when they are forced.
    var palette: Palette { file != nil && colors == .auto ? .plain : colors.palette(for: 1) }

    /// Refuses a result that would take the place of a dossier or of a file of the policies.
    func check(against inputs: [DossierInput] = [], _ policies: PolicyChoice) throws {
        let dossiers = inputs.compactMap { input -> String? in
            guard case .file(let path) = input.origin else { return nil }
            return path
        }
        try ResultPlace.check(file, against: dossiers, CommandFailure.resultOverDossier)
        try ResultPlace.check(file, against: policies.paths(), CommandFailure.resultOverPolicy)
    }

    /// Writes the result where the user wants it.
    func publish(_ result: String) throws { try Console.publish(result, to: file) }
}

/// The dossiers that a verb goes through.
struct DossierArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp.french(
            "Dossiers en JSON, fichiers .ndjson, répertoires de dossiers (leurs *.json), ou « - » pour l’entrée standard.",
            valueName: "dossier"),
        completion: .file(extensions: ["json", "ndjson"]))
    var dossiers: [String]
}

/// `--le` and `--regime`.
struct DecisionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp.french(
            "Jour de la décision, écrit 2020-07-10 (par défaut : aujourd’hui, à l’heure de Paris).",
            valueName: "date"))
    var le: String?

    @Option(
        help: ArgumentHelp.french(
            "Régime à appliquer, au lieu de celui que la date du dossier désigne.",
            valueName: "id"))
    var regime: String?

    /// What was chosen of both.
    var chosen: DecisionChoice { DecisionChoice(le: le, regime: regime) }
}

/// The decision that a verdict is for.
struct DecisionChoice {
    /// Its day as it was written; nil for today.
    var le: String?
    /// Nil for the regime that the dates of a dossier name.
    var regime: String?

    /// The decision day; today where none is given.
    func decisionDay() throws -> Day {
        guard let le else {
            guard let today = Surroundings.today() else {
                throw CommandFailure.defect("l’horloge ne donne pas de jour")
            }
            return today
        }
        guard let day = Day(iso: le) else { throw CommandFailure.notADay(le, option: "--le") }
        return day
    }

    /// Refuses a regime that the policy does not declare.
    func checkRegime(in policy: Policy) throws {
        guard let regime, policy.regime(id: regime) == nil else { return }
        let known = policy.regimes.map(\.id)
        throw CommandFailure.unknownRegime(
            regime, nearest: Spelling.nearest(to: regime, among: known), known: known)
    }
}
