// A safe Lua machine: trusted globals, budgets, values copied in and out.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// One Lua state with its limits, for one worker.
///
///     var machine = try LuaMachine()
///     let double = try machine.load("return 2 * ...", chunkName: "@double.lua")
///     let results = try machine.call(double, [.integer(21)], instructions: 1_000)
///
/// It cannot be copied, and it holds a pointer, so it is not `Sendable`. Swift 6 refuses to use it
/// from two tasks ("sending 'machine' risks causing data races") and to store it in a `Sendable`
/// type ("stored property 'machine' of 'Sendable'-conforming struct has non-Sendable type"). One
/// worker makes its own and keeps it, on a thread with a stack of 1 MiB or more.
@safe public struct LuaMachine: ~Copyable {
    private let handle: OpaquePointer
    private let hostFunctions: HostFunctions
    private var writer = LuaArguments()

    /// Opens a machine that holds the trusted globals and nothing else.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit` when the limits leave no room for it.
    public init(limits: LuaLimits = .standard) throws(LuaError) {
        let functions = HostFunctions()
        let context = unsafe Unmanaged.passUnretained(functions).toOpaque()
        guard
            let handle = unsafe shim_open(
                shim_limits(limits), HostFunctions.trampoline, context)
        else {
            throw LuaError(.memoryLimit, "mémoire insuffisante pour ouvrir la machine Lua")
        }
        unsafe self.handle = handle
        hostFunctions = functions
    }

    deinit {
        unsafe shim_close(handle)
    }

    /// Compiles a text, without running it.
    ///
    /// - Parameters:
    ///   - text: Lua source; compiled Lua is refused.
    ///   - chunkName: `"@expe-ct/eligibilite.lua"` for a policy's text, whose lines errors then
    ///     name; `"=sceau"` for a trusted text of ours, which they skip.
    ///   - environment: the table where the text's free names are found; absent, the trusted
    ///     globals.
    /// - Returns: the text as a function, kept until it is released.
    /// - Throws: `LuaError` of kind `syntax` with the line, or `memoryLimit`.
    public mutating func load(
        _ text: String, chunkName: String, environment: LuaReference? = nil
    ) throws(LuaError) -> LuaReference {
        try load(Array(text.utf8), chunkName: chunkName, environment: environment)
    }

    private mutating func load(
        _ text: [UInt8], chunkName: String, environment: LuaReference?
    ) throws(LuaError) -> LuaReference {
        precondition(chunkName.utf8.count > 1, "a chunk has a mark and a name")
        var kept: Int64 = 0
        let outcome = unsafe text.withShimBytes { bytes in
            unsafe shim_load(
                handle, bytes.start, bytes.length, chunkName, environment?.index ?? 0, &kept)
        }
        try check(outcome)
        return LuaReference(index: kept)
    }

    /// Calls a function under an instruction budget and copies its results out.
    ///
    /// - Parameters:
    ///   - function: a kept function of this machine.
    ///   - arguments: what it is given; tables are copied in, references are passed as they are.
    ///   - instructions: Lua's virtual instructions, more than 0; the same call always takes the
    ///     same number.
    /// - Returns: the results in order; a function, also inside a table, is `none`.
    /// - Throws: `LuaError`; whatever the limit, the machine can be used again.
    public mutating func call(
        _ function: LuaReference, _ arguments: [LuaValue] = [], instructions: Int
    ) throws(LuaError) -> [LuaValue] {
        try write(arguments, instructions: instructions)
        let outcome = unsafe writer.withShimArguments {
            unsafe shim_call(handle, function.index, $0, Int64(instructions))
        }
        try check(outcome)
        var reader = unsafe FlatReader(shim_output(handle))
        return reader.values()
    }

    /// Calls a function with arguments that were written beforehand; its results are read as wanted.
    ///
    /// - Throws: `LuaError`, as `call(_:_:instructions:)` does.
    public mutating func call(
        _ function: LuaReference, with arguments: borrowing LuaArguments, instructions: Int
    ) throws(LuaError) -> LuaResults {
        precondition(instructions > 0, "a call needs a budget")
        let outcome = unsafe arguments.withShimArguments {
            unsafe shim_call(handle, function.index, $0, Int64(instructions))
        }
        try check(outcome)
        return unsafe LuaResults(shim_output(handle))
    }

    /// Calls a function and keeps its first result, a table or a function, in the machine.
    ///
    /// - Parameters:
    ///   - function: a kept function of this machine.
    ///   - arguments: what it is given.
    ///   - instructions: Lua's virtual instructions, more than 0.
    /// - Returns: the result, kept until it is released.
    /// - Throws: `LuaError`, of kind `runtime` when the result is neither table nor function.
    public mutating func callKeeping(
        _ function: LuaReference, _ arguments: [LuaValue] = [], instructions: Int
    ) throws(LuaError) -> LuaReference {
        try write(arguments, instructions: instructions)
        var kept: Int64 = 0
        let outcome = unsafe writer.withShimArguments {
            unsafe shim_call_keeping(handle, function.index, $0, Int64(instructions), &kept)
        }
        try check(outcome)
        return LuaReference(index: kept)
    }

    /// Makes a Lua function of a Swift one, which gets tables copied and functions as `none`.
    ///
    /// The Swift function lives as long as the machine, released or not.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit`.
    public mutating func makeHostFunction(
        _ body: @escaping @Sendable ([LuaValue]) -> LuaHostResult
    ) throws(LuaError) -> LuaReference {
        var kept: Int64 = 0
        let number = hostFunctions.add(body)
        try check(unsafe shim_host_function(handle, number, &kept))
        return LuaReference(index: kept)
    }

    /// Forgets a kept value, so that Lua can free it; one that is not kept here is passed over.
    public mutating func release(_ reference: LuaReference) {
        unsafe shim_release(handle, reference.index)
    }

    private mutating func write(_ arguments: [LuaValue], instructions: Int) throws(LuaError) {
        precondition(instructions > 0, "a call needs a budget")
        writer.removeAll()
        for argument in arguments { try writer.append(argument) }
    }

    private func check(_ outcome: shim_outcome) throws(LuaError) {
        guard let kind = LuaError.Kind(outcome) else { return }
        throw unsafe LuaError(kind, shim_last_failure(handle))
    }
}

extension LuaMachine {
    /// The version of the Lua library, such as "5.4.4".
    public static var version: String { unsafe String(cString: shim_version()) }

    /// What the stock compiler says against a text, if anything.
    ///
    /// - Returns: absent when it compiles; else an error without chunk, at the line it names.
    public static func syntaxError(of text: String) -> LuaError? {
        syntaxError(of: Array(text.utf8))
    }

    /// What the stock compiler says against bytes, of whatever encoding.
    package static func syntaxError(of text: [UInt8]) -> LuaError? {
        do {
            var scratch = try LuaMachine(limits: .compiling)
            _ = try scratch.load(text, chunkName: "=texte", environment: nil)
            return nil
        } catch {
            return error
        }
    }

    /// The bytes that Lua holds now, garbage included.
    package var liveBytes: Int { unsafe shim_live_bytes(handle) }

    /// How many values are kept and not released.
    package var keptCount: Int { Int(unsafe shim_kept_count(handle)) }
}

extension LuaLimits {
    /// Limits that only a text of some hundred megabytes meets: nothing runs under them.
    fileprivate static let compiling = LuaLimits(
        liveBytes: 2 << 30, blockBytes: 1 << 30, stringBytes: 1 << 30, totalBytes: 4 << 30)
}
