// `sceau rank`: the favourable dossiers of a session in order of priority.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// The verb that ranks dossiers.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Classe les dossiers favorables par priorité, les autres à part.".typeset,
        discussion: """
            Un rang est un intervalle quand des points dépendent de faits manquants : de un de \
            plus que les dossiers sûrement devant à un de plus que ceux qui peuvent l’être. Des \
            points sont provisoires quand une règle a conclu de ce qu’un fait est absent : \
            l’intervalle compte ce qu’elle peut encore donner. Un avis favorable provisoire, qu’un \
            fait absent peut encore changer, est marqué et compte dans les rangs. À \
            points égaux, les dossiers sont ex æquo ; leur ordre à l’écran (jour de dépôt, puis \
            numéro) ne donne aucun rang. Chaque régime a son classement : leurs points ne se \
            comparent pas. Les dossiers que ce qui manque peut rendre favorables sont nommés à \
            part et ne comptent dans aucun rang.

            Un fichier nommé .ndjson porte un dossier par ligne ; l’entrée standard (« - ») porte un \
            dossier, ou un par ligne.
            """.typeset,
        aliases: ["classer"])

    @OptionGroup var corpus: DossierArguments

    @OptionGroup var report: CorpusReportOptions
    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try report.check()
        let found = DossierInputs(corpus.dossiers, byLines: .sensed)
        try output.chosen.check(against: found.inputs, policies.chosen)
        let terms = try EvaluationTerms(
            policies: policies.chosen, decision: decision.chosen, colors: output.chosen.colors)
        _ = try policies.chosen.evaluator(terms.policy, output.chosen.colors)
        found.tell()
        var statuses = Set(found.failures.map(\.status))
        var ranked: [RankedDossier] = []
        let run = CorpusRun(found.inputs, jobs: report.workers, output.chosen.colors) {
            RankWorker(terms)
        }
        let outcome = run.run { ranked += $0.dossiers }
        statuses.formUnion(outcome.statuses)
        try output.chosen.publish(written(Ranking(ranked, unjudged: outcome.unjudged), terms))
        throw ExitStatus.worst(of: statuses)
    }

    private func written(_ ranking: Ranking, _ terms: EvaluationTerms) -> String {
        switch report.format {
        case .texte: RankingText(ranking, terms.decisionDay).page(output.chosen.palette)
        case .markdown: RankingText(ranking, terms.decisionDay).markdown
        case .json: RankingJSON(ranking, terms).document.encoded(style: .pretty) + "\n"
        case .csv: RankingTable(ranking).written(for: report.csv ?? .ouvert)
        }
    }
}

/// `--format`, `--csv` and `--jobs` of the verbs that report on a corpus.
struct CorpusReportOptions: ParsableArguments {
    /// How a report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case texte, json, markdown, csv
    }

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte (par défaut), json, markdown ou csv.", valueName: "forme"))
    var format = Format.texte

    @Option(
        help: ArgumentHelp.french(
            "Tableur auquel le CSV est destiné : ouvert (par défaut) ou excel (Excel français).",
            valueName: "profil"))
    var csv: CSVProfile?

    @Option(
        help: ArgumentHelp.french(
            "Nombre de dossiers évalués à la fois (par défaut, un par processeur). Le résultat n’en dépend pas.",
            valueName: "nombre"))
    var jobs: Int?

    /// How many workers there may be.
    var workers: Int { jobs ?? BatchRun.standardJobs }

    /// Refuses options that do not go together.
    func check() throws {
        if let jobs, !BatchRun.jobs.contains(jobs) { throw CommandFailure.wrongJobs }
        if csv != nil, format != .csv { throw CommandFailure.profileWithoutCSV }
    }
}
