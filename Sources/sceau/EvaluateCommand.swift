// `sceau evaluate`: an explained opinion on one dossier or several.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyEngine

/// The main verb.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Donne un avis expliqué sur un dossier, ou sur plusieurs.".typeset,
        discussion: """
            Le résultat va sur la sortie standard, tout le reste sur la sortie d’erreur.

            Statut de sortie : 0 le travail est fait, quel que soit l’avis ; 64 commande mal \
            écrite ; 65 dossier illisible ; 70 défaut de sceau ; 74 fichier inaccessible ; \
            78 politique inutilisable ou règle en erreur.
            """.typeset,
        aliases: ["evaluer"])

    @Argument(
        help: ArgumentHelp.french(
            "Dossiers en JSON, répertoires de dossiers (leurs *.json), ou « - » pour l’entrée standard.",
            valueName: "dossier"),
        completion: .file(extensions: ["json"]))
    var dossiers: [String]

    @Option(help: ArgumentHelp.french("Forme du résultat : texte ou json.", valueName: "forme"))
    var format = ResultFormat.texte

    @Flag(
        help: .french(
            "Donne l’avis par le statut : 2 défavorable, 3 à examiner, 4 incomplet, 5 partagé."))
    var exitVerdict = false

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let found = DossierInputs(dossiers)
        var evaluation = try Evaluation(
            policies: policies, decision: decision, colors: output.colors)
        for failure in found.failures { evaluation.report(failure) }
        if found.inputs.isEmpty && found.failures.isEmpty {
            Console.remark("avertissement\u{A0}: aucun dossier (*.json) dans ce répertoire\n")
        }
        var results: [(path: String, verdict: Verdict)] = []
        for input in found.inputs {
            guard let verdict = evaluation.verdict(on: input) else { continue }
            if exitVerdict { evaluation.count(verdict.avis) }
            results.append((input.path, verdict))
        }
        if found.isBatch || !results.isEmpty {
            let report = VerdictReport(results, isBatch: found.isBatch, schema: evaluation.schema)
            try output.publish(report.written(as: format, output.palette))
        }
        throw ExitStatus.worst(of: evaluation.statuses)
    }
}
