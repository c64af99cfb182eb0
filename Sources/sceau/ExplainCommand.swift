// `sceau explain`: every rule of a verdict, down to its sub-expressions.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
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

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let input = DossierInput(dossier == "-" ? .standardInput : .file(dossier))
        try output.check(against: [input], policies)
        let terms = try EvaluationTerms(
            policies: policies, decision: decision, colors: output.colors)
        var evaluation = Evaluation(terms, output.colors)
        for text in evaluation.texts(of: input) {
            switch evaluation.outcome(of: text) {
            case .verdict(let verdict):
                let page = ExplanationText(
                    verdict, schema: evaluation.schema, regime: evaluation.regime(of: verdict))
                try output.publish(page.page(output.palette))
            case .fault(let fault): evaluation.tell(fault)
            }
        }
        throw ExitStatus.worst(of: evaluation.statuses)
    }
}
