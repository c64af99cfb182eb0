// Short ways to run a text in a test.
// SPDX-License-Identifier: MIT

import LuaRuntime

extension LuaMachine {
    /// Loads a text, calls it once, and releases it.
    mutating func run(
        _ text: String, chunkName: String = "@essai.lua", _ arguments: [LuaValue] = [],
        instructions: Int = 1_000_000
    ) throws(LuaError) -> [LuaValue] {
        let function = try load(text, chunkName: chunkName)
        defer { release(function) }
        return try call(function, arguments, instructions: instructions)
    }

    /// The error of a text that must fail.
    mutating func failure(
        of text: String, chunkName: String = "@essai.lua", _ arguments: [LuaValue] = [],
        instructions: Int = 1_000_000
    ) -> LuaError? {
        do {
            _ = try run(text, chunkName: chunkName, arguments, instructions: instructions)
            return nil
        } catch {
            return error
        }
    }

    /// The error of calling a kept function that must fail.
    mutating func failure(
        calling function: LuaReference, _ arguments: [LuaValue] = [],
        instructions: Int = 1_000_000
    ) -> LuaError? {
        do {
            _ = try call(function, arguments, instructions: instructions)
            return nil
        } catch {
            return error
        }
    }
}
