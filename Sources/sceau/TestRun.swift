// Everything that `sceau test` needs, read once, and what it does with it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

/// A policy, its tests and its examples.
struct TestRun {
    /// The policies folder as shown.
    let folder: String
    /// Shows where its files are.
    let paths: ReportPaths
    /// The files of the policy.
    let source: PolicySource
    /// The policy as it stands.
    let policy: Policy
    /// The policy with every optional folder turned on.
    let fullPolicy: Policy
    /// The test files and their dossiers.
    let tests: TestSource
    /// What the test files say.
    let suite: TestSuite
    /// The examples; none when there is no folder of them.
    let examples: [Example]
    /// Expected verdicts without a dossier.
    private let orphans: [String]
    /// Folders of dossiers in the folder of examples, where no example is looked for.
    private let unread: [String]
    private let pipes: [String]
    private let examplesFolder: String?
    private let options: Set<String>
    let colors: ColorChoice

    /// Reads policy, tests and examples; whatever is wrong with them is shown and ends the run.
    init(policies: PolicyChoice, examples: String?, colors: ColorChoice) throws {
        guard let folder = policies.folder() else { throw CommandFailure.noPolicies }
        self.folder = folder
        self.colors = colors
        paths = ReportPaths(policies: folder, workingDirectory: Surroundings.workingDirectory())
        source = try policies.source()
        policy = try policies.load(colors)
        let options = policy.optionalFolders
        fullPolicy = try TestRun.loaded(source, options: options, colors)
        tests = try TestRun.read(folder)
        let (suite, diagnostics) = TestSuite.read(tests, policy: fullPolicy, options: options)
        guard diagnostics.isEmpty else { throw DiagnosticsError(diagnostics) }
        self.suite = suite
        self.options = Set(options)
        examplesFolder = examples ?? ExampleFiles.folder(beside: folder)
        do throws(FileError) {
            self.examples = try examplesFolder.map(ExampleFiles.read) ?? []
            orphans = try examplesFolder.map(ExampleFiles.orphans) ?? []
            unread = try examplesFolder.map(ExampleFiles.foldersOfDossiers) ?? []
            pipes = try examplesFolder.map(ExampleFiles.pipes) ?? []
        } catch {
            throw error.failure
        }
    }

    private static func loaded(
        _ source: PolicySource, options: [String], _ colors: ColorChoice
    ) throws -> Policy {
        do {
            return try Policy.load(source, options: Set(options))
        } catch {
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    private static func read(_ folder: String) throws -> TestSource {
        do throws(PolicyFolderError) {
            return TestSource(files: try PolicyFolder.readTests(folder, by: FileAccess.policies))
        } catch {
            throw CommandFailure(.fileAccess, "\(error.path)\u{A0}: \(error.reason)")
        }
    }

    /// Whether properties are proved.
    enum Proving {
        /// They are tried on the dossiers drawn.
        case none
        /// They are proved as far as can be, and so are those of every policy.
        case everything
    }

    /// Runs everything whose name holds a text; properties are proved where that is asked for.
    func report(filter: String?, proving: Proving = .none) throws -> TestReport {
        let shown = try exampleResults(le: nil, filter: filter)
        let run = SuiteRun(
            suite, on: source, dossiers: tests.dossiers, policy: fullPolicy,
            policies: loaded, filter: filter)
        let explanation = FailureExplanation(
            names: FactNames(policy.schema),
            accepted: tests.accepted.flatMap { AcceptedPolicy($0) },
            current: AcceptedPolicy(fullPolicy), paths: paths)
        let properties =
            switch proving {
            case .none: run.properties.map(explanation.entry)
            case .everything:
                try proved(run.properties, explanation)
                    + builtInProperties(filter: filter, explanation)
            }
        let entries =
            run.cases.map(explanation.entry) + properties + shown.map(explanation.entry)
        return TestReport(entries: entries, vacuities: vacuities(entries, filter: filter))
    }

    /// The policy by choice of optional folders; without such folders there is one choice.
    var loaded: [Set<String>: Policy] {
        var policies: [Set<String>: Policy] = [options: fullPolicy]
        policies[[]] = policy
        return policies
    }

    /// Sentences on what proves nothing.
    private func vacuities(_ entries: [TestEntry], filter: String?) -> [String] {
        if let filter {
            guard entries.isEmpty else { return [] }
            return ["aucun test ne porte un nom qui contient \(French.quoted(filter))"]
        }
        var result: [String] = []
        if suite.cases.isEmpty {
            result.append("aucun cas n’est écrit dans \(paths.path(of: "tests"))")
        }
        if let examplesFolder, examples.isEmpty {
            result.append("aucun dossier \(ExampleFiles.path(of: "*.json", in: examplesFolder))")
        }
        result += unread.map { "\($0) contient des dossiers qui ne sont pas éprouvés" }
        result += pipes.map { "\($0) n’est pas un fichier, il n’est pas lu" }
        return result + orphans.map { "\($0) attend l’avis d’un dossier qui n’est pas là" }
    }

    /// What the examples give whose path holds a text.
    func exampleResults(le: Day?, filter: String?) throws -> [ExampleResult] {
        var evaluator = try evaluator()
        var results: [ExampleResult] = []
        for example in examples {
            if let filter, !example.path.lowercased().contains(filter.lowercased()) { continue }
            results.append(ExampleResult(example, on: policy, &evaluator, le: le))
        }
        return results
    }

    /// The policy's machine; a file that fails as it loads ends the run.
    private func evaluator() throws -> Evaluator {
        do {
            return try Evaluator(policy)
        } catch {
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    // MARK: - Measures

    /// What the cases and the examples cover.
    func coverage() throws -> CoverageReport {
        var collector = CoverageCollector(fullPolicy)
        try collector.cover(
            suite, examples: examples, on: source, dossiers: tests.dossiers)
        return collector.report
    }

    /// Which mutants they notice.
    func mutants(progress: (Int, Int) -> Void) throws -> MutationReport {
        let run = try MutationRun(
            suite, examples: examples, on: source, dossiers: tests.dossiers, policy: fullPolicy,
            options: options, progress: progress)
        return MutationReport(
            run: run, known: suite.survivors, names: FactNames(policy.schema))
    }

    /// Cases that cover what the tests miss.
    func suggestions(after mutants: MutationRun) throws -> Suggestions {
        try Suggestions(
            for: suite, examples: examples, on: source, dossiers: tests.dossiers,
            policy: fullPolicy, options: options, mutants: mutants)
    }
}
