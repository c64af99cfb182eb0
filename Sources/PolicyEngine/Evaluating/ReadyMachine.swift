// A machine with the engine's own text in it.
// SPDX-License-Identifier: MIT

public import Labelling
import LuaRuntime

/// A machine that needs only a policy: it can be made while one is read.
///
/// Nobody runs it before it has one, so that it may be handed from the thread that makes it to the
/// one that uses it.
public struct ReadyMachine: ~Copyable {
    private(set) var machine: LuaMachine
    /// The engine's own text in it.
    let prelude: Prelude
    private var content: Content

    /// What it holds of a policy.
    private enum Content {
        case nothing
        case tables(RegisteredTables)
        /// Some tables, and no room for the others.
        case parts
    }

    /// Makes a machine for evaluation; nil when there is no room for it.
    public init?() {
        guard let made = try? ReadyMachine(limits: .standard, isProbing: false) else { return nil }
        self = made
    }

    /// Makes a machine.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit` when there is no room for it.
    init(limits: LuaLimits, isProbing: Bool) throws(LuaError) {
        var machine = try LuaMachine(limits: limits)
        let text = try machine.load(
            isProbing ? InstrumentedPrelude.probingText : InstrumentedPrelude.text,
            chunkName: "=sceau")
        prelude = try Prelude(text, in: &machine, isProbing: isProbing)
        self.machine = machine
        content = .nothing
    }

    /// Takes the tables of a regime that will probably be needed; it serves no other from then on.
    ///
    /// Where they do not fit in, it serves none.
    public mutating func expect(_ regime: Regime, schema: DossierSchema) {
        do throws(LuaError) {
            try take(RegisteredTables(regime.declarations.tables, schema))
        } catch {
            content = .parts
        }
    }

    /// A machine that holds tables: one that was made beforehand, unless it holds others.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit` when there is no room for them.
    static func holding(
        _ tables: RegisteredTables, _ ready: consuming ReadyMachine?, limits: LuaLimits,
        isProbing: Bool
    ) throws(LuaError) -> ReadyMachine {
        switch consume ready {
        case .some(var ready) where ready.suits(tables):
            try ready.take(tables)
            return ready
        default:
            var made = try ReadyMachine(limits: limits, isProbing: isProbing)
            try made.take(tables)
            return made
        }
    }

    private func suits(_ others: RegisteredTables) -> Bool {
        switch content {
        case .nothing: true
        case .tables(let tables): tables.isSame(as: others)
        case .parts: false
        }
    }

    private mutating func take(_ tables: RegisteredTables) throws(LuaError) {
        guard case .nothing = content else { return }
        let names = LuaValue.table(array: tables.keys.names.map { .string($0) }, fields: [:])
        _ = try machine.call(
            prelude.nameKeys, [names], instructions: RegimeInstance.ownInstructions)
        try tables.register(in: &machine, by: prelude)
        content = .tables(tables)
    }
}
