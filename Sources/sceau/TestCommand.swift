// `sceau test`: the regression cases of the policies.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

extension TestReport.Format: ExpressibleByArgument {}

/// The verb of those who prove that nothing else moved.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Éprouve les politiques : cas, propriétés, avis attendus des exemples.".typeset,
        discussion: """
            Les cas et les propriétés s’écrivent en Lua dans le répertoire « tests » des politiques. \
            Chaque dossier d’exemple a son avis attendu à côté de lui (nom.avis.json).

            Statut de sortie : 0 tout est réussi ; 1 un test échoue, ou rien n’est éprouvé ; \
            78 politique inutilisable.
            """.typeset,
        aliases: ["tester"])

    @Option(
        help: ArgumentHelp.french(
            "N’exécute que les tests dont le nom contient ce texte.", valueName: "texte"))
    var filter: String?

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte, junit, tap, json ou github.", valueName: "forme"))
    var format = TestReport.Format.texte

    @Option(
        help: ArgumentHelp.french(
            "Répertoire des exemples. Par défaut : « examples » à côté des politiques.",
            valueName: "répertoire"),
        completion: .directory)
    var examples: String?

    @Flag(
        help: .french(
            "Récrit les avis attendus des exemples et dit ce qui change ; refusé quand CI est défini."
        ))
    var accept = false

    @Option(
        help: ArgumentHelp.french(
            "Jour de la décision d’un exemple qui n’a pas encore d’avis attendu (par défaut : le jour de son dépôt).",
            valueName: "date"))
    var le: String?

    @Flag(
        help: .french(
            "Dit aussi quels petits changements des règles passeraient inaperçus (lent)."))
    var mutate = false

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let le, Day(iso: le) == nil {
            throw ValidationError(CommandFailure.notADay(le, option: "--le").message)
        }
    }

    func run() throws {
        let run = try TestRun(policies: policies, examples: examples, colors: output.colors)
        if accept { return try publishAcceptance(run) }
        let report = try run.report(filter: filter)
        if report.failed > 0 && (mutate || coverage.isAsked) {
            Console.remark("couverture et mutants attendent que tous les tests passent\n")
        }
        let more = report.failed > 0 ? "" : try measures(run)
        try output.publish(more + report.written(as: format, output.palette))
        if ![.texte, .github].contains(format) { Console.remark(report.count + "\n") }
        throw report.failed > 0 || !report.vacuities.isEmpty ? ExitStatus.faultFound : .done
    }

    /// Coverage and mutants, as far as they are asked for.
    private func measures(_ run: TestRun) throws -> String {
        var text = ""
        if coverage.isAsked {
            text += try coverage.publish(run.coverage(), output.palette)
        }
        if mutate {
            let report = run.mutants { done, total in
                guard done % 20 == 0, Surroundings.isTerminal(2) else { return }
                Console.remark("\r\(done) mutants sur \(total)")
            }
            if Surroundings.isTerminal(2) { Console.remark("\r") }
            text += report.text(output.palette, paths: run.paths)
        }
        return text
    }

    private func publishAcceptance(_ run: TestRun) throws {
        guard (Surroundings.environment("CI") ?? "").isEmpty else {
            throw CommandFailure(
                .faultFound, "--accept est refusé quand la variable CI est définie",
                help: "accepter les avis sur son poste, après les avoir relus")
        }
        try output.publish(run.accept(le: le.flatMap { Day(iso: $0) }, filter: filter))
    }
}
