// The Swift functions that a machine's Lua text can call.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// The Swift functions of one machine, which keeps them alive as long as its Lua state.
final class HostFunctions {
    private var bodies: [@Sendable ([LuaValue]) -> LuaHostResult] = []

    /// Adds a function.
    ///
    /// - Returns: the number under which Lua asks for it.
    func add(_ body: @escaping @Sendable ([LuaValue]) -> LuaHostResult) -> Int64 {
        bodies.append(body)
        return Int64(bodies.count - 1)
    }

    /// What the shim calls: it answers and returns; an error is raised by C alone, afterwards.
    static let trampoline: shim_host = { context, number, machine, arguments in
        guard let context = unsafe context, let machine = unsafe machine else { return }
        let functions = unsafe Unmanaged<HostFunctions>.fromOpaque(context).takeUnretainedValue()
        var reader = unsafe FlatReader(arguments)
        let result = functions.bodies[Int(number)](reader.values())
        unsafe functions.answer(result, to: machine)
    }

    private func answer(_ result: LuaHostResult, to machine: OpaquePointer) {
        switch result {
        case .values(let values):
            var writer = FlatWriter()
            do {
                try writer.append(values)
                unsafe writer.bytes.withShimBytes { unsafe shim_reply(machine, $0) }
            } catch {
                unsafe refuse(error.message, to: machine)
            }
        case .failure(let text):
            unsafe refuse(text, to: machine)
        }
    }

    private func refuse(_ text: String, to machine: OpaquePointer) {
        unsafe Array(text.utf8).withShimBytes { unsafe shim_refuse(machine, $0) }
    }
}
