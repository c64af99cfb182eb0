// Values written as the flat bytes that the shim reads.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// Writes values into one run of bytes; the format stands in `CLuaShim.h`.
struct FlatWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    // A buffer larger than this is not kept for the next call.
    private static let idleCapacity = 1 << 20

    /// Forgets what was written and keeps the room.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= Self.idleCapacity)
    }

    /// Writes values one after the other.
    ///
    /// - Throws: `LuaError` of kind `fault` when tables nest too deep to cross.
    mutating func append(_ values: [LuaValue]) throws(LuaError) {
        for value in values { try append(value, depth: 0) }
    }

    private mutating func append(_ value: LuaValue, depth: Int) throws(LuaError) {
        switch value {
        case .none: append(tag: SHIM_NIL)
        case .boolean(let value): append(tag: value ? SHIM_TRUE : SHIM_FALSE)
        case .integer(let value): append(tag: SHIM_INTEGER, UInt64(bitPattern: value))
        case .number(let value): append(tag: SHIM_NUMBER, value.bitPattern)
        case .string(let value):
            append(tag: SHIM_STRING)
            append(text: value)
        case .table(let array, let fields):
            try append(array, fields, depth: depth + 1)
        case .reference(let value):
            append(tag: SHIM_REFERENCE, UInt64(bitPattern: value.index))
        }
    }

    private mutating func append(
        _ array: [LuaValue], _ fields: [String: LuaValue], depth: Int
    ) throws(LuaError) {
        guard depth <= SHIM_DEPTH else { throw LuaError(.fault, "valeur trop profonde") }
        append(tag: SHIM_TABLE, UInt64(array.count))
        append(word: UInt64(fields.count))
        for value in array { try append(value, depth: depth) }
        for (key, value) in fields {
            append(text: key)
            try append(value, depth: depth)
        }
    }

    mutating func append(tag: Int) {
        bytes.append(UInt8(truncatingIfNeeded: tag))
    }

    mutating func append(tag: Int, _ word: UInt64) {
        append(tag: tag)
        append(word: word)
    }

    mutating func append(number: UInt32) {
        unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(text: ArraySlice<UInt8>) {
        append(word: UInt64(text.count))
        bytes.append(contentsOf: text)
    }

    mutating func append(word: UInt64) {
        unsafe withUnsafeBytes(of: word) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(text: String) {
        append(word: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}
