// `sceau explain`: every rule of a verdict, down to its sub-expressions.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// The verb that shows everything.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explique l’avis : chaque règle, son texte, ce qu’elle a lu, son calcul."
            .typeset,
        aliases: ["expliquer"])

    @Argument(
        help: ArgumentHelp.french(
            "Dossier en JSON, ou « - » pour l’entrée standard.", valueName: "dossier"),
        completion: .file(extensions: ["json"]))
    var dossier: String

    @Flag(
        help: .french(
            "Dit aussi les plus petits changements qui rendraient chaque expertise favorable, parmi les faits que le demandeur peut encore changer."
        ))
    var contrefactuel = false

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte, ou json (sceau/explication/1).", valueName: "forme"))
    var format = Format.texte

    /// How the explanation is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case texte, json
    }

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let input = DossierInput(dossier == "-" ? .standardInput : .file(dossier))
        try output.chosen.check(against: [input], policies.chosen)
        let terms = try EvaluationTerms(
            policies: policies.chosen, decision: decision.chosen, colors: output.chosen.colors)
        var evaluation = Evaluation(terms, output.chosen.colors)
        for text in evaluation.texts(of: input) {
            switch evaluation.outcome(of: text) {
            case .verdict(let verdict):
                try output.chosen.publish(explanation(of: verdict, on: text, &evaluation))
            case .fault(let fault): evaluation.tell(fault)
            }
        }
        throw ExitStatus.worst(of: evaluation.statuses)
    }

    private func explanation(
        of verdict: Verdict, on text: DossierText, _ evaluation: inout Evaluation
    ) -> String {
        let outlook = evaluation.outlook(on: text, verdict)
        let reports = contrefactuel ? counterfactuals(of: verdict, on: text, &evaluation) : nil
        switch format {
        case .texte:
            let page = ExplanationText(
                verdict, schema: evaluation.schema, regime: evaluation.regime(of: verdict),
                tables: evaluation.tables, outlook: outlook, counterfactuals: reports)
            return page.page(output.chosen.palette)
        case .json:
            return Explanation(verdict, outlook, reports).text
        }
    }

    /// What would make each expertise favourable; none where no regime covers the dossier.
    private func counterfactuals(
        of verdict: Verdict, on text: DossierText, _ evaluation: inout Evaluation
    ) -> [CounterfactualReport]? {
        verdict.regime == nil ? [] : evaluation.counterfactuals(on: text, verdict)
    }
}
