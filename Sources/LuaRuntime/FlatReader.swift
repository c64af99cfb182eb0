// Values read from the flat bytes that the shim wrote.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// Reads values from a run of bytes of the machine; the format stands in `CLuaShim.h`.
///
/// It must not outlive the closure or the call that lent it the bytes.
@safe struct FlatReader {
    private let bytes: UnsafeRawBufferPointer
    /// How many bytes were read.
    private(set) var offset: Int

    /// Reads from bytes that stay as they are meanwhile.
    init(_ bytes: shim_bytes, from offset: Int = 0) {
        unsafe self.bytes = UnsafeRawBufferPointer(start: bytes.start, count: bytes.length)
        self.offset = offset
    }

    /// Reads every value up to the end.
    ///
    /// - Returns: the values, in the order they were written.
    mutating func values() -> [LuaValue] {
        var values: [LuaValue] = []
        while unsafe offset < bytes.count { values.append(value()) }
        return values
    }

    /// Reads one value.
    mutating func value() -> LuaValue {
        let tag = Int(byte())
        switch tag {
        case SHIM_FALSE: return .boolean(false)
        case SHIM_TRUE: return .boolean(true)
        case SHIM_INTEGER: return .integer(Int64(bitPattern: word()))
        case SHIM_NUMBER: return .number(Double(bitPattern: word()))
        case SHIM_STRING: return .string(text())
        case SHIM_TABLE: return table()
        case SHIM_REFERENCE: return .reference(LuaReference(index: Int64(bitPattern: word())))
        default:
            precondition(tag == SHIM_NIL, "the shim writes no other tag")
            return .none
        }
    }

    private mutating func table() -> LuaValue {
        let items = count()
        let fieldCount = count()
        var array: [LuaValue] = []
        array.reserveCapacity(items)
        for _ in 0..<items { array.append(value()) }
        guard fieldCount > 0 else { return .table(array: array, fields: [:]) }
        var fields: [String: LuaValue] = [:]
        fields.reserveCapacity(fieldCount)
        for _ in 0..<fieldCount {
            let key = text()
            fields[key] = value()
        }
        return .table(array: array, fields: fields)
    }

    private mutating func byte() -> UInt8 {
        defer { offset += 1 }
        return unsafe bytes[offset]
    }

    private mutating func word() -> UInt64 {
        defer { offset += MemoryLayout<UInt64>.size }
        return unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    private mutating func count() -> Int { Int(truncatingIfNeeded: word()) }

    private mutating func text() -> String {
        let end = count() + offset
        defer { offset = end }
        return unsafe String(
            decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<end]), as: UTF8.self)
    }
}
