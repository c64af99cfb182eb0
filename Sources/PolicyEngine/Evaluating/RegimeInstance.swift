// A regime loaded in a Lua machine, and the runs of its rules.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaRuntime

/// The references by which one regime's rules are run in a machine.
struct RegimeInstance {
    /// What is run.
    private(set) var program: RegimeProgram
    /// Its rules as they are written, in the order of the program's.
    let written: [WrittenRule]
    /// The nodes whose values a run reports.
    let nodes: [TracedNode]
    private let begin: LuaReference
    private let execute: LuaReference
    private let remainder: LuaReference
    private let fallbackTexts: LuaReference
    private let register: LuaReference

    /// The instructions that loading one file may take.
    static let loadInstructions = 5_000_000
    /// The instructions that one rule run may take.
    static let runInstructions = 200_000
    /// The instructions that the engine's own work may take for one dossier.
    private static let ownInstructions = 50_000_000

    /// Loads a regime's files.
    ///
    /// - Throws: a diagnostic at the line where a file fails.
    init(
        _ program: RegimeProgram, in machine: inout LuaMachine, prelude: LuaReference,
        host: LuaValue, tracing: Tracing
    ) throws(DiagnosticsError) {
        self.program = program
        let declarations = program.regime.declarations
        written = program.rules.map {
            WrittenRule($0.rule, in: program.regime.files[$0.rule.file].source)
        }
        do throws(LuaError) {
            let give = try machine.callKeeping(
                prelude, [host], instructions: RegimeInstance.ownInstructions)
            func reference(_ name: String) throws(LuaError) -> LuaReference {
                try machine.callKeeping(
                    give, [.string(name)], instructions: RegimeInstance.ownInstructions)
            }
            begin = try reference("dossier")
            execute = try reference("execute")
            remainder = try reference("reste")
            fallbackTexts = try reference("textes_sinon")
            register = try reference("table")
            for table in declarations.tables {
                _ = try machine.call(
                    register, RegimeInstance.arguments(for: table),
                    instructions: RegimeInstance.ownInstructions)
            }
            nodes = try RegimeInstance.loadFiles(
                of: program, in: &machine, operations: try reference("operations"),
                environment: try reference("socle"), tracing: tracing)
            let name = try reference("calcul_nomme")
            for index in program.calculOrder {
                guard let nom = program.rules[index].rule.nom else { continue }
                let scope = program.rules[index].scope.rawValue
                _ = try machine.call(
                    name, [.integer(Int64(index + 1)), .string(nom.value), .string(scope)],
                    instructions: RegimeInstance.ownInstructions)
            }
        } catch {
            throw DiagnosticsError([RegimeInstance.diagnostic(error, in: program.regime)])
        }
    }

    /// Takes other parameters and rows of the same regime; its rules stay as they are loaded.
    mutating func adopt(
        _ other: RegimeProgram, in machine: inout LuaMachine
    ) throws(LuaError) {
        let known = program.regime.declarations.tables
        program = other
        for (table, before) in zip(other.regime.declarations.tables, known)
        where table.rows != before.rows {
            _ = try machine.call(
                register, RegimeInstance.arguments(for: table),
                instructions: RegimeInstance.ownInstructions)
        }
    }

    private static func loadFiles(
        of program: RegimeProgram, in machine: inout LuaMachine, operations: LuaReference,
        environment: LuaReference, tracing: Tracing
    ) throws(LuaError) -> [TracedNode] {
        let regime = program.regime
        let tables = regime.declarations.tables.map(\.name.value)
        let roots = Set(tables).union(["dossier", "collectivite", "expertise", "demande"])
        var nodes: [TracedNode] = []
        for (number, file) in regime.files.enumerated() {
            let rules = program.rules.enumerated().filter { $0.element.rule.file == number }
            let form = InstrumentedFile(
                file, rules: rules.map { ($0.offset, $0.element.rule) }, roots: roots,
                nodes: nodes, tracing: tracing)
            nodes = form.nodes
            let chunk = try machine.load(
                form.text, chunkName: "@" + file.source.path, environment: environment)
            _ = try machine.call(
                chunk, [.reference(operations)], instructions: loadInstructions)
        }
        return nodes
    }

    /// Name, key column or "", whether it is complete, rows with their periods as day numbers.
    private static func arguments(for table: DataTable) -> [LuaValue] {
        let rows = table.rows.map { row in
            LuaValue.table(
                array: [],
                fields: [
                    "numero": .integer(Int64(row.number)),
                    "du": .integer(Int64(row.period.du?.ordinal ?? 0)),
                    "au": .integer(Int64(row.period.jusquAu?.ordinal ?? Int.max)),
                    "fiche": .table(array: [], fields: row.cells.mapValues { LuaValue($0) }),
                ])
        }
        return [
            .string(table.name.value), .string(table.key ?? ""), .boolean(table.isComplete),
            .table(array: rows, fields: [:]),
        ]
    }

    private static func diagnostic(_ error: LuaError, in regime: Regime) -> Diagnostic {
        let message = FailureText(error, budget: loadInstructions).text
        let file = regime.files.first { $0.source.path == error.chunk }
        guard let file else {
            let place = Diagnostic.Location(file: "\(regime.id)/regime.lua")
            // Beside the files, only the rows of the tables grow with the policy.
            return error.kind == .memoryLimit
                ? .tablesTooLarge(at: place) : .failsAtLoad(message, at: place)
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

    // MARK: - Runs

    /// Gives the machine a dossier; the one before it leaves nothing.
    func begin(
        _ dossier: Dossier, decision: Day, day: Day, in machine: inout LuaMachine
    ) throws(LuaError) {
        var parameters: [String: LuaValue] = [:]
        for parameter in program.regime.declarations.parameters {
            parameters[parameter.name.value] =
                parameter.value(on: day).map { LuaValue($0.value.value) }
        }
        _ = try machine.call(
            begin,
            [
                LuaValue(dossier.facts), .integer(Int64(decision.ordinal)),
                .integer(Int64(day.ordinal)), .table(array: [], fields: parameters),
            ], instructions: RegimeInstance.ownInstructions)
    }

    /// Runs a rule on one subject; a failure is a result, not an error.
    func run(
        _ rule: Int, expertise: Int?, demande: Int?, in machine: inout LuaMachine
    ) -> RuleRun {
        let arguments: [LuaValue] = [
            .integer(Int64(rule + 1)),
            expertise.map { .integer(Int64($0)) } ?? .none,
            demande.map { .integer(Int64($0)) } ?? .none,
        ]
        do throws(LuaError) {
            let results = try machine.call(
                execute, arguments, instructions: RegimeInstance.runInstructions)
            return RuleRun(results)
        } catch {
            let rest = try? machine.call(
                remainder, [], instructions: RegimeInstance.runInstructions)
            return RuleRun(rest ?? [], failure: error)
        }
    }

    /// The placeholders of a calcul's `sinon`, in the state that its run left.
    func fallbackTexts(
        of rule: Int, in machine: inout LuaMachine
    ) throws(LuaError) -> [LuaValue] {
        let result = try machine.call(
            fallbackTexts, [.integer(Int64(rule + 1))],
            instructions: RegimeInstance.runInstructions)
        return result.first?.elements ?? []
    }
}
