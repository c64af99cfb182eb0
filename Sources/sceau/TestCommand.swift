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

            Statut de sortie : 0 tout est réussi ; 1 un test échoue, rien n’est éprouvé, ou trop de \
            mutants passent inaperçus ; 78 politique inutilisable.
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
            "Prouve les propriétés sur tout dossier, là où c’est possible, et celles que toute politique doit avoir."
        ))
    var prove = false

    @OptionGroup var coverage: CoverageOptions
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let le, Day(iso: le) == nil {
            throw ValidationError(CommandFailure.notADay(le, option: "--le").message)
        }
        if accept && isMeasuring {
            throw ValidationError(
                "--accept ne va ni avec --coverage, ni avec --mutate, ni avec --suggest")
        }
        if accept && prove { throw ValidationError("--accept ne va pas avec --prove") }
        if filter != nil && isMeasuring {
            throw ValidationError(
                "--filter ne va ni avec --coverage, ni avec --mutate, ni avec --suggest, qui portent sur tous les tests"
            )
        }
    }

    func run() throws {
        if accept { try TestCommand.refuseUnderCI() }
        try mutation.checkPlace(in: policies.chosen)
        for place in [output.chosen.file] + coverage.files + mutation.files {
            try ResultPlace.check(
                place, against: policies.chosen.paths(withTests: true),
                CommandFailure.resultOverPolicy)
            try ResultPlace.check(
                place, against: ExampleFiles.paths(examples, policies.chosen),
                CommandFailure.resultOverExample)
        }
        let run: TestRun
        do {
            run = try TestRun(
                policies: policies.chosen, examples: examples, colors: output.chosen.colors)
        } catch let error as DiagnosticsError {
            return try publishFaults(error.diagnostics)
        }
        if accept { return try publishAcceptance(run) }
        let report = try run.report(filter: filter, proving: prove ? .everything : .none)
        if isMeasuring && !report.isSound {
            Console.remark(
                "couverture et mutants attendent des tests et des exemples, qui passent tous\n")
        }
        let measures = report.isSound ? try measures(run) : Measures()
        // What programs read holds nothing else.
        if !format.isForPeople { Console.remark(measures.text) }
        let text = format.isForPeople ? measures.text : ""
        try output.chosen.publish(text + report.written(as: format, output.chosen.palette))
        if !format.isForPeople { Console.remark(report.count + "\n") }
        throw report.isSound && measures.isSound ? ExitStatus.done : .faultFound
    }

    /// Test files that cannot be read: told at their places, and in the form that was asked for.
    private func publishFaults(_ diagnostics: [Diagnostic]) throws {
        output.chosen.colors.remark(diagnostics)
        let faults = diagnostics.map { fault in
            "\(fault.location.file):\(fault.location.start.line)\u{A0}: \(fault.message)"
        }
        let report = TestReport(entries: [], vacuities: faults)
        try output.chosen.publish(report.written(as: format, output.chosen.palette))
        throw ExitStatus.faultFound
    }

    private var isMeasuring: Bool { mutation.isAsked || coverage.isAsked }

    /// What was measured beside the tests.
    private struct Measures {
        var text = ""
        var isSound = true
    }

    /// Coverage and mutants, as far as they are asked for.
    private func measures(_ run: TestRun) throws -> Measures {
        var measures = Measures()
        if coverage.isAsked {
            measures.text += try coverage.publish(run.coverage(), output.chosen.palette)
        }
        if mutation.isAsked {
            let report = try mutation.report(of: run)
            measures.text += try mutation.publish(report, output.chosen.palette, paths: run.paths)
            measures.isSound = !mutation.isHeldAgainst || report.faults.isEmpty
            if mutation.suggest != nil {
                measures.text += try mutation.publish(
                    run.suggestions(after: report.run), output.chosen.palette)
            }
        }
        return measures
    }

    private static func refuseUnderCI() throws {
        guard (Surroundings.environment("CI") ?? "").isEmpty else {
            throw CommandFailure(
                .faultFound, "--accept est refusé quand la variable CI est définie",
                help: "accepter les avis sur son poste, après les avoir relus")
        }
    }

    private func publishAcceptance(_ run: TestRun) throws {
        let acceptance = try run.accept(le: le.flatMap { Day(iso: $0) }, filter: filter)
        try output.chosen.publish(acceptance.text)
        let failing = run.failingCases
        if failing > 0 {
            let count = French.count(failing, "test échoue", "tests échouent")
            Console.remark("\(count) encore\u{A0}: sceau test dit lesquels\n")
        }
        throw acceptance.isWhole ? ExitStatus.done : .faultFound
    }
}
