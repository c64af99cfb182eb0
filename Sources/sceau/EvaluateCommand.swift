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
            ligne, dans l’ordre, son avis ou ses fautes. Le lot peut être de toute taille : il est \
            lu et écrit au fur et à mesure.

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
            "Avec --format ndjson : une ligne courte par dossier, son numéro, l’avis, les points, les dates du label et les critères non satisfaits."
        ))
    var bref = false

    @Option(
        help: ArgumentHelp.french(
            "Avec --format ndjson : nombre de dossiers évalués à la fois (par défaut, un par processeur). Le résultat n’en dépend pas.",
            valueName: "nombre"))
    var jobs: Int?

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
        if let jobs, !BatchRun.jobs.contains(jobs) { throw CommandFailure.wrongJobs }
        if csv != nil, format != .csv { throw CommandFailure.profileWithoutCSV }
        let isByLines = dossiers.contains { $0.hasSuffix(".ndjson") }
        switch format ?? (isByLines ? .ndjson : .texte) {
        case .ndjson: try evaluateByLines()
        case _ where bref: throw CommandFailure.shortWithoutLines
        case .texte: try evaluate(as: .texte)
        case .json: try evaluate(as: .json)
        case .markdown: try evaluate(as: .markdown)
        case .csv: try evaluate(as: .csv(csv ?? .ouvert))
        }
    }

    /// Evaluates dossier by dossier: a line for each, nothing kept.
    private func evaluateByLines() throws {
        let (found, terms) = try prepare(byLines: .all)
        let batch = BatchRun(
            found.inputs,
            BatchRun.Options(
                terms: terms, isShort: bref, jobs: jobs ?? BatchRun.standardJobs,
                output: output.output, isWrittenWhenEmpty: found.isBatch,
                countsOpinions: exitVerdict))
        do {
            let statuses = try batch.run()
            throw ExitStatus.worst(of: statuses.union(found.failures.map(\.status)))
        } catch let error as DiagnosticsError {
            output.colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    /// Evaluates all dossiers, then writes one report.
    private func evaluate(as form: VerdictReport.Form) throws {
        let (found, terms) = try prepare(byLines: .named)
        var evaluation = Evaluation(terms, output.colors)
        for failure in found.failures { evaluation.keep(failure.status) }
        let results = try results(of: found.inputs, &evaluation)
        let report = VerdictReport(results, isBatch: found.isBatch, schema: evaluation.schema)
        if found.isBatch || report.holdsAny {
            try output.publish(report.written(as: form, output.palette))
        }
        throw ExitStatus.worst(of: evaluation.statuses)
    }

    /// Finds the dossiers and loads the policy; what cannot be listed is told.
    private func prepare(
        byLines reading: DossierInputs.LineReading
    ) throws -> (found: DossierInputs, terms: EvaluationTerms) {
        let found = DossierInputs(dossiers, byLines: reading)
        try output.check(against: found.inputs, policies)
        let terms = try EvaluationTerms(
            policies: policies, decision: decision, colors: output.colors)
        for failure in found.failures { Console.remark(failure.text) }
        if found.inputs.isEmpty && found.failures.isEmpty {
            Console.remark("avertissement\u{A0}: aucun dossier (*.json) dans ce répertoire\n")
        }
        return (found, terms)
    }

    /// What each dossier gives, in order; faults are told, and one of the policy ends it all.
    private func results(
        of inputs: [DossierInput], _ evaluation: inout Evaluation
    ) throws -> [EvaluatedDossier] {
        var results: [EvaluatedDossier] = []
        for input in inputs {
            for text in evaluation.texts(of: input) {
                let outcome = evaluation.outcome(of: text)
                switch outcome {
                case .verdict(let verdict): if exitVerdict { evaluation.count(verdict.avis) }
                case .fault(let fault):
                    evaluation.tell(fault)
                    if case .policy = fault { throw ExitStatus.badPolicy }
                }
                results.append(EvaluatedDossier(place: text.place, outcome: outcome))
            }
        }
        return results
    }
}
