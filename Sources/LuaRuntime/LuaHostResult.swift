// What a Swift function answers to Lua.
// SPDX-License-Identifier: MIT

/// The answer of a Swift function that Lua called.
public enum LuaHostResult: Hashable, Sendable {
    /// The values that the call returns, in order.
    case values([LuaValue])
    /// A text in French; the call raises it as an error of kind `host`.
    case failure(String)
}
