// A value that crosses between Swift and Lua.
// SPDX-License-Identifier: MIT

/// A Lua value copied into Swift; tables are copied whole, functions as references.
///
///     let point: LuaValue = .table(array: [], fields: ["x": .integer(1), "y": .number(2.5)])
public enum LuaValue: Hashable, Sendable {
    /// Lua's `nil`, and a function that stayed in the machine.
    case none
    /// `true` or `false`.
    case boolean(Bool)
    /// A Lua integer.
    case integer(Int64)
    /// A Lua float.
    case number(Double)
    /// A Lua string; invalid UTF-8 shows as U+FFFD.
    case string(String)
    /// The sequence part 1…n of a table, and its entries with a text as key.
    ///
    /// A table with any other key cannot cross; nor can one nested deeper than 64 levels.
    case table(array: [LuaValue], fields: [String: LuaValue])
    /// A function or table kept in the machine.
    case reference(LuaReference)
}

/// A Lua value kept alive inside one machine.
///
/// It means nothing to another machine, nor once released: using it there is a `LuaError`.
public struct LuaReference: Hashable, Sendable {
    // INVARIANT: given once in the life of the process, whatever the machine.
    package let index: Int64
}
