// `sceau impact`: what a change of the policy changes for a corpus of dossiers.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The verb that compares two policies on dossiers.
struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Dit ce qu’un changement de la politique change pour des dossiers.".typeset,
        discussion: """
            Chaque dossier est évalué selon les deux politiques, au même jour. Le résultat compte \
            les avis d’avant et d’après, et nomme chaque dossier dont l’avis, les points, les \
            dates ou le régime changent, avec les règles et les valeurs en cause. Les dossiers \
            dont un label court encore le jour de la décision (labels[].expire_le) sont à part. Le \
            corpus peut être de toute taille : n’est gardé que ce qui change. Un fichier nommé \
            .ndjson porte un dossier par ligne ; l’entrée standard (« - ») porte un dossier, ou un \
            par ligne.

            Statut de sortie : comme evaluate ; avec --exit-code, 1 quand un dossier change ou n’est \
            plus lu que par une des deux politiques.
            """.typeset,
        aliases: ["incidence"])

    @Option(
        help: ArgumentHelp.french(
            "Politique de départ : un répertoire, ou une révision du dépôt git qui contient la politique d’arrivée (HEAD~1, une étiquette, une branche).",
            valueName: "révision|répertoire"))
    var avant: String

    @Option(
        help: ArgumentHelp.french(
            "Politique d’arrivée : un répertoire. Par défaut, celui que les autres commandes prennent.",
            valueName: "répertoire"),
        completion: .directory)
    var apres: String?

    @OptionGroup var corpus: DossierArguments

    @Flag(help: .french("Statut 1 quand un dossier change."))
    var exitCode = false

    @OptionGroup var report: CorpusReportOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try report.check()
        let found = DossierInputs(corpus.dossiers, byLines: .sensed)
        let after = PolicyChoice(named: apres)
        try output.chosen.check(against: found.inputs, after)
        let policies = try ComparedPolicies(
            before: avant, after: after, decision: decision.chosen, output: output.chosen)
        found.tell()
        var statuses = Set(found.failures.map(\.status))
        var impact = ImpactReport()
        let run = CorpusRun(found.inputs, jobs: report.workers, output.chosen.colors) {
            [before = policies.before, after = policies.after, renamed = policies.renamed] in
            ImpactWorker(before: before, after: after, renamed: renamed)
        }
        let outcome = run.run { impact.add($0.report) }
        statuses.formUnion(outcome.statuses)
        impact.unjudged = outcome.unjudged
        if impact.failures > 0 { statuses.insert(tellFailures(impact.failures)) }
        try output.chosen.publish(written(impact, policies))
        if exitCode, !(impact.moves.isEmpty && impact.refusals.isEmpty) {
            statuses.insert(.faultFound)
        }
        throw ExitStatus.worst(of: statuses)
    }

    private func written(_ impact: ImpactReport, _ policies: ComparedPolicies) -> String {
        switch report.format {
        case .texte: ImpactText(impact, policies).page(output.chosen.palette)
        case .markdown: ImpactMemo(impact, policies).text
        case .json: ImpactJSON(impact, policies).document.encoded(style: .pretty) + "\n"
        case .csv: ImpactTable(impact, policies).written(for: report.csv ?? .ouvert)
        }
    }

    private func tellFailures(_ count: Int) -> ExitStatus {
        let dossiers = French.count(
            count, "dossier a une règle", "dossiers ont une règle")
        Console.remark(
            CommandFailure(
                .badPolicy, "\(dossiers) en erreur selon la politique d’arrivée",
                help: "sceau evaluate, avec ces dossiers, dit laquelle et pourquoi"
            ).text)
        return .badPolicy
    }
}

/// Two policies under which the same dossiers are judged, and what to call them.
struct ComparedPolicies {
    /// How the first policy judges.
    let before: EvaluationTerms
    /// How the second policy judges.
    let after: EvaluationTerms
    /// The rules that the two know under different identifiers.
    let renamed: RenamedRules
    /// What the first policy is shown as.
    let beforeName: String
    /// What the second policy is shown as.
    let afterName: String

    /// Loads both; what is wrong with one is told under its name.
    init(
        before: String, after: PolicyChoice, decision: DecisionChoice, output: OutputChoice
    ) throws {
        let day = try decision.decisionDay()
        guard let folder = after.folder() else { throw CommandFailure.noPolicies }
        let newSource = try after.source()
        let oldSource: PolicySource
        if FileAccess.isDirectory(before) {
            let choice = PolicyChoice(named: before)
            try output.check(choice)
            oldSource = try choice.source()
            beforeName = before
        } else {
            let revision = try PolicyRevision(before, of: folder)
            oldSource = revision.source
            beforeName = revision.shown
        }
        afterName = folder
        let former = try ComparedPolicies.load(oldSource, beforeName, output.colors)
        let new = try ComparedPolicies.load(newSource, afterName, output.colors)
        for policy in [former, new] { try decision.checkRegime(in: policy) }
        renamed = try RenamedRules.between(former, new)
        self.before = EvaluationTerms(former, le: day, regime: decision.regime)
        self.after = EvaluationTerms(new, le: day, regime: decision.regime)
    }

    /// The decision day.
    var decisionDay: Day { after.decisionDay }

    /// The dossier schema by which facts are named.
    var schema: DossierSchema { after.policy.schema }

    private static func load(
        _ source: PolicySource, _ name: String, _ colors: ColorChoice
    ) throws -> Policy {
        do throws(DiagnosticsError) {
            let policy = try Policy.load(source)
            // A file that fails as it loads is told once, not for each dossier.
            _ = try Evaluator(policy)
            return policy
        } catch {
            Console.remark(
                CommandFailure(
                    .badPolicy, "la politique \(French.quoted(name)) ne peut pas être lue"
                ).text + "\n")
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }
}
