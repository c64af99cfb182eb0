// The trusted text in a machine, by its operations.
// SPDX-License-Identifier: MIT

import LuaRuntime

/// The references by which a regime's rules are run in a machine.
struct Prelude {
    /// What an instrumented file is given, and where its names are found.
    let operations, base: LuaReference
    /// What a file of the direct form is given, and where its names are found.
    let directOperations, directBase: LuaReference
    /// Names the keys of records; registers a table; names a calcul.
    let nameKeys, table, nameCalcul: LuaReference
    /// Ends the loading of the instrumented files; of those of the direct form.
    let loaded, directLoaded: LuaReference
    /// Has the direct form note nothing.
    let forgoNotes: LuaReference
    /// Enters a period; forgets all of them.
    let period, forget: LuaReference
    /// Takes a dossier; makes what the instrumented form needs of one that was taken otherwise.
    let begin, prepare: LuaReference
    /// Runs every rule in the direct form.
    let pass: LuaReference
    /// Runs one rule, tells what a failed run leaves, and fills the text of a calcul without value.
    let execute, remainder, fallbackTexts: LuaReference
    /// What a probing machine offers besides; nil in any other.
    let probe: Probe?

    /// The operations of a machine that tells what unknown facts are compared with.
    struct Probe {
        /// Runs what an unknown `si` has kept from running.
        let resume: LuaReference
        /// What the last run asked.
        let questions: LuaReference
        /// Takes missing facts for unknown ones that are there, and lists for longer ones.
        let presume: LuaReference
    }

    /// Runs the text, which is compiled in the machine.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit` when the machine has no room for it.
    init(
        _ text: LuaReference, in machine: inout LuaMachine, isProbing: Bool
    ) throws(LuaError) {
        let host = try HostFunctions.functions(in: &machine)
        let give = try machine.callKeeping(
            text, [.table(array: [], fields: host)], instructions: Prelude.instructions)
        func reference(_ name: String) throws(LuaError) -> LuaReference {
            try machine.callKeeping(give, [.string(name)], instructions: Prelude.instructions)
        }
        operations = try reference("operations")
        base = try reference("socle")
        directOperations = try reference("operations_directes")
        directBase = try reference("socle_direct")
        nameKeys = try reference("nomme_les_cles")
        table = try reference("table")
        nameCalcul = try reference("calcul_nomme")
        loaded = try reference("charge")
        directLoaded = try reference("charge_directement")
        forgoNotes = try reference("sans_notes")
        period = try reference("periode")
        forget = try reference("oublie")
        begin = try reference("dossier")
        prepare = try reference("prepare")
        pass = try reference("passe")
        execute = try reference("execute")
        remainder = try reference("reste")
        fallbackTexts = try reference("textes_sinon")
        probe =
            isProbing
            ? Probe(
                resume: try reference("poursuit"), questions: try reference("questions"),
                presume: try reference("presume")) : nil
    }

    /// The instructions that the text's own work may take.
    private static let instructions = 5_000_000
}
