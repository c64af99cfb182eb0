// A regime loaded in a Lua machine, and the runs of its rules.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaRuntime

/// A regime in a machine of its own, in the forms that were needed so far.
///
/// A class, because a machine cannot be copied and an array holds no such value; one worker's.
final class RegimeInstance {
    /// What is run.
    private(set) var program: RegimeProgram
    /// Its rules as they are written, in the order of the program's.
    let written: [WrittenRule]
    /// The nodes whose values a run reports; none until the instrumented form is loaded.
    private(set) var nodes: [TracedNode] = []
    /// The names of facts and columns, by the numbers under which they cross.
    let keys: KeyNumbers
    private var machine: LuaMachine
    private let prelude: Prelude
    private let tracing: Tracing
    private var isInstrumented = false
    /// Whether the direct form notes what it reads.
    private var isNoting = true
    /// Whether a probing machine tells what rules ask.
    var tellsQuestions = true
    private var periods: RulePeriods
    private var inForceByPeriod: [Int: RulesInForce] = [:]
    /// What is in force on the day of the dossier at hand.
    private(set) var inForce = RulesInForce.nothing
    private var arguments = LuaArguments()

    /// The instructions that loading one file may take.
    static let loadInstructions = 5_000_000
    /// The instructions that one rule run may take.
    static let runInstructions = 200_000
    /// The instructions that the engine's own work may take for one dossier.
    static let ownInstructions = 50_000_000

    /// Opens a machine with a regime's tables; its rules are loaded when they are first run.
    ///
    /// `ready` is its machine, unless it probes; nil to make one.
    ///
    /// - Throws: a diagnostic when the tables do not fit into the machine.
    init(
        _ program: RegimeProgram, schema: DossierSchema, tracing: Tracing,
        limits: LuaLimits = .standard, ready: consuming ReadyMachine? = nil
    ) throws(DiagnosticsError) {
        self.program = program
        self.tracing = tracing
        written = program.rules.map { WrittenRule($0, of: program.regime) }
        let tables = RegisteredTables(program.regime.declarations.tables, schema)
        keys = tables.keys
        periods = RulePeriods(program)
        do throws(LuaError) {
            let own = try ReadyMachine.holding(
                tables, ready, limits: limits, isProbing: tracing.isProbing)
            prelude = own.prelude
            machine = own.machine
            try nameCalculs()
        } catch {
            let regime = program.regime
            throw DiagnosticsError([RegimeInstance.diagnostic(error, in: regime, reading: nil)])
        }
    }

    private func nameCalculs() throws(LuaError) {
        for index in program.calculOrder {
            guard let nom = program.rules[index].rule.nom else { continue }
            let scope = program.rules[index].scope.rawValue
            try call(
                prelude.nameCalcul,
                [.integer(Int64(index + 1)), .string(nom.value), .string(scope)])
        }
    }

    /// Calls an operation of the prelude that runs no rule.
    @discardableResult
    private func call(
        _ operation: LuaReference, _ arguments: [LuaValue] = []
    ) throws(LuaError) -> [LuaValue] {
        try machine.call(
            operation, arguments, instructions: RegimeInstance.ownInstructions)
    }

    /// Loads the instrumented form, if it is not there yet.
    ///
    /// - Throws: a diagnostic at the line where a file fails.
    func instrument() throws(DiagnosticsError) {
        try instrument { InstrumentedRegime(program, tracing: tracing) }
    }

    /// The same, with a form that may have been made meanwhile.
    ///
    /// - Parameter form: the form, made when it is needed.
    /// - Throws: a diagnostic at the line where a file fails.
    func instrument(as form: () -> InstrumentedRegime) throws(DiagnosticsError) {
        guard !isInstrumented else { return }
        let regime = program.regime
        var reading = regime.files.first?.source
        let form = form()
        nodes = form.nodes
        do throws(LuaError) {
            for (file, text) in zip(regime.files, form.texts) {
                reading = file.source
                try load(text, of: file)
            }
            try call(prelude.loaded)
            isInstrumented = true
        } catch {
            throw DiagnosticsError([
                RegimeInstance.diagnostic(error, in: regime, reading: reading)
            ])
        }
    }

    /// Takes other parameters and rows of the same regime; its rules stay as they are loaded.
    func adopt(_ other: RegimeProgram) throws(LuaError) {
        let known = program.regime.declarations.tables
        program = other
        periods = RulePeriods(other)
        inForceByPeriod = [:]
        try call(prelude.forget)
        let tables = RegisteredTables(other.regime.declarations.tables, keys)
        try tables.register(in: &machine, by: prelude, besides: known)
    }

    private func load(_ text: String, of file: PolicyFile) throws(LuaError) {
        let chunk = try machine.load(
            text, chunkName: "@" + file.source.path, environment: prelude.base)
        _ = try machine.call(
            chunk, [.reference(prelude.operations)],
            instructions: RegimeInstance.loadInstructions)
    }

    /// What fails at load; `reading` is the file at hand, nil while the tables are registered.
    static func diagnostic(
        _ error: LuaError, in regime: Regime, reading: SourceText?
    ) -> Diagnostic {
        let message = FailureText(error, budget: loadInstructions).text
        let file = regime.files.first { $0.source.path == error.chunk }
        guard let file else {
            // Beside the files, only the rows of the tables grow with the policy.
            if error.kind == .memoryLimit, reading == nil {
                return .tablesTooLarge(at: Diagnostic.Location(file: regime.declaredIn))
            }
            return .failsAtLoad(
                message, at: Diagnostic.Location(file: reading?.path ?? regime.declaredIn))
        }
        let start = file.source.offset(ofLine: error.line ?? 1)
        let text = file.source.text(ofLine: error.line ?? 1)
        let indent = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let end = start + text.utf8.count
        return .failsAtLoad(
            message,
            at: Diagnostic.Location(
                start + indent..<max(end, start + indent),
                in: file.source))
    }

    // MARK: - The direct form

    /// Loads the direct form, once.
    ///
    /// Where `isFull`, runs tell what the rules read and say, and not their outcomes alone.
    ///
    /// - Returns: whether it can run; what fails here is told when the instrumented form is loaded.
    func loadDirectForm(_ form: DirectRegime, isFull: Bool) -> Bool {
        do throws(LuaError) {
            isNoting = isFull
            if !isFull { try call(prelude.forgoNotes) }
            for (file, text) in zip(program.regime.files, form.texts) {
                let chunk = try machine.load(
                    text, chunkName: "=" + file.source.path, environment: prelude.directBase)
                _ = try machine.call(
                    chunk, [.reference(prelude.directOperations)],
                    instructions: RegimeInstance.loadInstructions)
            }
            try call(prelude.directLoaded)
            return true
        } catch {
            return false
        }
    }

    /// Gives the machine a dossier and runs all its rules in the direct form.
    ///
    /// - Returns: the runs, in the order in which they took place.
    /// - Throws: `LuaError` when a limit was met; the machine can be used again.
    func pass(
        _ dossier: FactNodes, _ flatKeys: FlatKeys, decision: Day, day: Day
    ) throws(LuaError) -> DirectRuns {
        try enterPeriod(of: day)
        arguments.removeAll()
        arguments.append(dossier, flatKeys, identified: isNoting)
        arguments.append(integer: Int64(decision.ordinal))
        arguments.append(integer: Int64(day.ordinal))
        // The bytes that it lends must be free again for the next dossier.
        defer { arguments.removeAll() }
        return DirectRuns(
            try machine.call(
                prelude.pass, with: arguments, instructions: RegimeInstance.ownInstructions))
    }

    /// Makes the instrumented form ready for the dossier on which the direct form has run.
    func prepare(decision: Day) throws(LuaError) {
        do throws(DiagnosticsError) {
            try instrument()
        } catch {
            throw LuaError(.fault, error.diagnostics.first?.message ?? "")
        }
        try call(prelude.prepare, [.integer(Int64(decision.ordinal))])
    }

    // MARK: - Runs

    /// Gives the machine a dossier; the one before it leaves nothing.
    func begin(_ dossier: Dossier, decision: Day, day: Day) throws(LuaError) {
        try enterPeriod(of: day)
        arguments.removeAll()
        arguments.append(dossier.facts, keys)
        arguments.append(integer: Int64(decision.ordinal))
        arguments.append(integer: Int64(day.ordinal))
        _ = try machine.call(
            prelude.begin, with: arguments, instructions: RegimeInstance.ownInstructions)
    }

    /// Has the parameters, the lists and the rules of a day in force.
    private func enterPeriod(of day: Day) throws(LuaError) {
        switch periods.enter(day) {
        case .same: return
        case .known(let number):
            inForce = inForceByPeriod[number] ?? RulesInForce(program, on: day)
            try call(prelude.period, [.integer(Int64(number)), .integer(Int64(day.ordinal))])
        case .new(let number, let isFull):
            if isFull { try call(prelude.forget) }
            inForce = RulesInForce(program, on: day)
            inForceByPeriod[number] = inForce
            var parameters: [String: LuaValue] = [:]
            for parameter in program.regime.declarations.parameters {
                parameters[parameter.name.value] =
                    parameter.value(on: day).map { LuaValue($0.value.value) }
            }
            let order = inForce.order.map { LuaValue.integer(Int64($0 + 1)) }
            try call(
                prelude.period,
                [
                    .integer(Int64(number)), .integer(Int64(day.ordinal)),
                    .table(array: [], fields: parameters), .table(array: order, fields: [:]),
                ])
        }
    }

    /// Runs a rule on one subject; a failure is a result, not an error.
    func run(_ rule: Int, expertise: Int?, demande: Int?) -> RuleRun {
        let arguments: [LuaValue] = [
            .integer(Int64(rule + 1)),
            expertise.map { .integer(Int64($0)) } ?? .none,
            demande.map { .integer(Int64($0)) } ?? .none,
        ]
        do throws(LuaError) {
            let results = try machine.call(
                prelude.execute, arguments, instructions: instructions)
            var run = RuleRun(results)
            if let probe = asking { run.questions = questions(of: rule, run, by: probe) }
            return run
        } catch {
            let rest = try? machine.call(
                prelude.remainder, [], instructions: RegimeInstance.runInstructions)
            var run = RuleRun(rest ?? [], failure: error)
            if let probe = asking { run.questions = questions(of: rule, run, by: probe) }
            return run
        }
    }

    /// What tells the questions of a run; nil where nobody asks.
    private var asking: Prelude.Probe? { tellsQuestions ? prelude.probe : nil }

    /// What a run may take: noting questions takes instructions too.
    private var instructions: Int {
        prelude.probe == nil
            ? RegimeInstance.runInstructions : 20 * RegimeInstance.runInstructions
    }

    /// Takes missing facts for unknown ones that are there, and lists for ones that may hold more, in
    /// a probing machine, from now on.
    func presume(_ presumption: Presumption) throws(LuaError) {
        guard let probe = prelude.probe else { return }
        let lists = [presumption.present, presumption.open].map { paths in
            LuaValue.table(array: paths.sorted().map { .string($0) }, fields: [:])
        }
        _ = try machine.call(probe.presume, lists, instructions: instructions)
    }

    /// What a rule asked of unknown facts in the run that has just been made.
    private func questions(
        of rule: Int, _ run: RuleRun, by probe: Prelude.Probe
    ) -> [Question] {
        if run.outcome == .indeterminee, program.rules[rule].rule.kind != .priorite {
            // Behind an unknown `si` a rule may fail as it never would.
            _ = try? machine.call(
                probe.resume, [.integer(Int64(rule + 1))], instructions: instructions)
        }
        let noted = try? machine.call(probe.questions, instructions: instructions)
        return Question.all(in: noted?.first?.elements ?? [])
    }

    /// The placeholders of a calcul's `sinon`, in the state that its run left.
    func fallbackTexts(of rule: Int) throws(LuaError) -> [LuaValue] {
        let result = try machine.call(
            prelude.fallbackTexts, [.integer(Int64(rule + 1))],
            instructions: RegimeInstance.runInstructions)
        return result.first?.elements ?? []
    }
}
