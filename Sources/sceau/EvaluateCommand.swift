// `sceau evaluate`: an explained opinion on one dossier or several.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyAnalysis
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

            --avec seuil_presence=15 donne à un paramètre une autre valeur, dans tous les régimes et \
            tous les jours ; --avec collectivite.population=1200, à un fait du dossier ; --avec \
            collectivite.population= retire le fait. L’option se répète. Le résultat dit ce qui \
            change, puis le nouvel avis : forme texte ou json seulement.

            Statut de sortie : 0 le travail est fait, quel que soit l’avis ; 64 commande mal \
            écrite ; 65 dossier illisible ; 70 défaut de sceau ; 74 fichier inaccessible ; \
            78 politique inutilisable ou règle en erreur.
            """.typeset,
        aliases: ["evaluer"])

    @OptionGroup var corpus: DossierArguments

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

    @Option(
        help: ArgumentHelp.french(
            "Remplace un paramètre ou un fait, et montre ce que cela change ; se répète.",
            valueName: "nom=valeur"))
    var avec: [String] = []

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
        if !avec.isEmpty { return try compare() }
        let isByLines = corpus.dossiers.contains { $0.hasSuffix(".ndjson") }
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

    /// Evaluates all dossiers as they are and with replacements.
    private func compare() throws {
        if bref { throw CommandFailure.shortWithoutLines }
        let form = format ?? .texte
        guard [.texte, .json].contains(form) else { throw CommandFailure.formWithoutComparison }
        let (found, terms) = try prepare(byLines: .named)
        var run = try WhatIfRun(avec, terms, output.colors)
        for failure in found.failures { run.keep(failure.status) }
        var compared: [ComparedDossier] = []
        for input in found.inputs { compared += run.compare(input) }
        if exitVerdict {
            for status in compared.compactMap({ ExitStatus(of: $0.other.avis) }) {
                run.keep(status)
            }
        }
        let report = ComparisonReport(
            compared, isBatch: found.isBatch, schema: terms.policy.schema)
        if found.isBatch || !compared.isEmpty {
            try output.publish(form == .json ? report.json : report.text(output.palette))
        }
        throw ExitStatus.worst(of: run.statuses)
    }

    /// Evaluates all dossiers, then writes one report.
    private func evaluate(as form: VerdictReport.Form) throws {
        let (found, terms) = try prepare(byLines: .named)
        var evaluation = Evaluation(terms, output.colors)
        for failure in found.failures { evaluation.keep(failure.status) }
        let results = try results(of: found.inputs, as: form, &evaluation)
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
        let found = DossierInputs(corpus.dossiers, byLines: reading)
        try output.check(against: found.inputs, policies)
        let terms = try EvaluationTerms(
            policies: policies, decision: decision, colors: output.colors)
        found.tell()
        return (found, terms)
    }

    /// What each dossier gives, in order; faults are told, and one of the policy ends it all.
    private func results(
        of inputs: [DossierInput], as form: VerdictReport.Form, _ evaluation: inout Evaluation
    ) throws -> [EvaluatedDossier] {
        var results: [EvaluatedDossier] = []
        for input in inputs {
            for text in evaluation.texts(of: input) {
                let outcome = evaluation.outcome(of: text)
                var outlook: Outlook?
                switch outcome {
                case .verdict(let verdict):
                    if exitVerdict { evaluation.count(verdict.avis) }
                    if form == .texte && verdict.isOpen {
                        outlook = evaluation.outlook(on: text, verdict)
                    }
                case .fault(let fault):
                    evaluation.tell(fault)
                    if case .policy = fault { throw ExitStatus.badPolicy }
                }
                results.append(
                    EvaluatedDossier(place: text.place, outcome: outcome, outlook: outlook))
            }
        }
        return results
    }
}

extension Verdict {
    /// Whether missing facts leave the opinion or the priority open.
    fileprivate var isOpen: Bool {
        ([avis] + expertises.map(\.avis)).contains(.incomplet)
            || priorite.points != priorite.pointsMax
    }
}
