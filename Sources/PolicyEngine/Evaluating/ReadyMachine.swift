// A machine with the engine's own text in it.
// SPDX-License-Identifier: MIT

import LuaRuntime

/// A machine that needs only a policy: it can be made while one is read.
///
/// Nobody runs it before it has one, so that it may be handed from the thread that makes it to the
/// one that uses it.
public struct ReadyMachine: ~Copyable {
    let machine: LuaMachine
    /// The engine's own text in it.
    let prelude: Prelude

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
    }
}
