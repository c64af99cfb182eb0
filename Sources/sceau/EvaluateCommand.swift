// `sceau evaluate`: an explained opinion on one dossier or several.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine

/// The main verb.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Donne un avis expliqué sur un dossier, ou sur plusieurs.".typeset,
        discussion: """
            Le résultat va sur la sortie standard, tout le reste sur la sortie d’erreur.

            Un fichier nommé .ndjson porte un dossier par ligne. Avec --format ndjson, l’entrée \
            standard et tout fichier qui n’est pas nommé .json aussi : chaque ligne lue donne une \
            ligne, dans l’ordre, son avis ou ses fautes.

            Statut de sortie : 0 le travail est fait, quel que soit l’avis ; 64 commande mal \
            écrite ; 65 dossier illisible ; 70 défaut de sceau ; 74 fichier inaccessible ; \
            78 politique inutilisable ou règle en erreur.
            """.typeset,
        aliases: ["evaluer"])

    @Argument(
        help: ArgumentHelp.french(
            "Dossiers en JSON, fichiers .ndjson, répertoires de dossiers (leurs *.json), ou « - » pour l’entrée standard.",
            valueName: "dossier"),
        completion: .file(extensions: ["json", "ndjson"]))
    var dossiers: [String]

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte, json, ndjson, markdown ou csv. Par défaut : texte, et ndjson quand un fichier nommé .ndjson est donné.",
            valueName: "forme"))
    var format: Format?

    @Option(
        help: ArgumentHelp.french(
            "Tableur auquel le CSV est destiné : ouvert (virgules, jours ISO ; par défaut) ou excel (Excel français : points-virgules, jours 27/01/2022, virgule décimale).",
            valueName: "profil"))
    var csv: CSVProfile?

    @Flag(
        help: .french(
            "Donne l’avis par le statut : 2 défavorable, 3 à examiner, 4 incomplet, 5 partagé."))
    var exitVerdict = false

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    /// How the verdicts are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case texte, json, ndjson, markdown, csv
    }

    func run() throws {
        let form = try form()
        let found = DossierInputs(dossiers, byLines: form == .ndjson ? .all : .named)
        try output.check(against: found.inputs)
        var evaluation = try Evaluation(
            policies: policies, decision: decision, colors: output.colors)
        for failure in found.failures { evaluation.report(failure) }
        if found.inputs.isEmpty && found.failures.isEmpty {
            Console.remark("avertissement\u{A0}: aucun dossier (*.json) dans ce répertoire\n")
        }
        let results = results(of: found.inputs, form, &evaluation)
        let report = VerdictReport(results, isBatch: found.isBatch, schema: evaluation.schema)
        if found.isBatch || report.holdsAny(in: form) {
            try output.publish(report.written(as: form, output.palette))
        }
        throw ExitStatus.worst(of: evaluation.statuses)
    }

    /// The form that the options ask for.
    private func form() throws -> VerdictReport.Form {
        if csv != nil, format != .csv { throw CommandFailure.profileWithoutCSV }
        let isByLines = dossiers.contains { $0.hasSuffix(".ndjson") }
        return switch format ?? (isByLines ? .ndjson : .texte) {
        case .texte: .texte
        case .json: .json
        case .ndjson: .ndjson
        case .markdown: .markdown
        case .csv: .csv(csv ?? .ouvert)
        }
    }

    /// What each dossier gives, in order; faults are told unless the result holds them.
    private func results(
        of inputs: [DossierInput], _ form: VerdictReport.Form, _ evaluation: inout Evaluation
    ) -> [EvaluatedDossier] {
        var results: [EvaluatedDossier] = []
        for input in inputs {
            for text in evaluation.texts(of: input) {
                let outcome = evaluation.outcome(of: text)
                switch outcome {
                case .verdict(let verdict): if exitVerdict { evaluation.count(verdict.avis) }
                case .fault(let fault): if form != .ndjson { evaluation.tell(fault) }
                }
                results.append(EvaluatedDossier(place: text.place, outcome: outcome))
            }
        }
        let faults = results.count { $0.verdict == nil }
        if form == .ndjson, faults > 0 {
            let count = French.count(faults, "dossier sans avis", "dossiers sans avis")
            Console.remark("erreur\u{A0}: \(count)\u{202F}; le résultat en dit les fautes\n")
        }
        return results
    }
}
