// Arguments written straight into the bytes that cross, without values in between.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// The arguments of one call; its room is kept from one call to the next.
///
/// Records, lists and boxes are tables under the metatables that the machine's trusted text has
/// named with `shapes`, which numbers the keys of records too. What is announced (fields, items)
/// must follow, or the call fails with an error of kind `fault`.
public struct LuaArguments {
    var writer = FlatWriter()

    /// Nothing as yet.
    public init() {}

    /// Forgets what was written.
    public mutating func removeAll() { writer.reset() }

    /// Adds any value.
    ///
    /// - Throws: `LuaError` of kind `fault` when tables nest too deep to cross.
    public mutating func append(_ value: LuaValue) throws(LuaError) { try writer.append([value]) }

    /// Adds an integer.
    public mutating func append(integer: Int64) {
        writer.append(tag: SHIM_INTEGER, UInt64(bitPattern: integer))
    }

    /// Adds a float.
    public mutating func append(number: Double) {
        writer.append(tag: SHIM_NUMBER, number.bitPattern)
    }

    /// Adds a Boolean.
    public mutating func append(boolean: Bool) {
        writer.append(tag: boolean ? SHIM_TRUE : SHIM_FALSE)
    }

    /// Adds a text in UTF-8.
    public mutating func append(text: ArraySlice<UInt8>) {
        writer.append(tag: SHIM_STRING)
        writer.append(text: text)
    }

    /// Adds the one table that stands for an integer.
    public mutating func append(box integer: Int64) {
        writer.append(tag: SHIM_BOX, UInt64(bitPattern: integer))
    }

    /// Begins a list; as many values must follow.
    public mutating func beginList(count: Int) {
        writer.append(tag: SHIM_LIST)
        writer.append(number: UInt32(truncatingIfNeeded: count))
    }

    /// Begins a record with an identity, which the trusted text finds in it; as many keys must
    /// follow, each with its value.
    public mutating func beginRecord(identity: Int, fields: Int) {
        writer.append(tag: SHIM_RECORD)
        writer.append(number: UInt32(truncatingIfNeeded: identity))
        writer.append(number: UInt32(truncatingIfNeeded: fields))
    }

    /// Adds the key of the next field of a record, by its number from 1.
    public mutating func append(key: Int) {
        writer.append(number: UInt32(truncatingIfNeeded: key))
    }
}
