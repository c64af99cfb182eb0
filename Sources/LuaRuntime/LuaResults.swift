// The results of a call, read in their order without values in between.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// The results of one call as they crossed; they stay when the machine is entered again.
///
/// Who reads them knows what comes: a reading of another kind of value gives nil and passes over it.
public struct LuaResults: Sendable {
    private let bytes: [UInt8]
    private var offset = 0

    /// Copies what the shim wrote.
    init(_ output: shim_bytes) {
        bytes = unsafe Array(UnsafeRawBufferPointer(start: output.start, count: output.length))
    }

    /// The next value; `none` after the last one.
    public mutating func next() -> LuaValue {
        guard offset < bytes.count else { return .none }
        return read { $0.value() }
    }

    /// The next value, an integer.
    public mutating func nextInteger() -> Int64? {
        guard offset < bytes.count, Int(bytes[offset]) == SHIM_INTEGER else {
            _ = next()
            return nil
        }
        let start = offset + 1
        offset = start + MemoryLayout<Int64>.size
        return unsafe bytes.withUnsafeBytes {
            unsafe $0.loadUnaligned(fromByteOffset: start, as: Int64.self)
        }
    }

    /// The next value, a text of bytes, as the numbers that the shim wrote in it; else empty.
    public mutating func nextNumbers() -> [Int32] {
        guard offset < bytes.count, Int(bytes[offset]) == SHIM_STRING else {
            _ = next()
            return []
        }
        let start = offset + 1 + MemoryLayout<UInt64>.size
        return unsafe bytes.withUnsafeBytes { lent in
            let length = unsafe lent.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
            let count = Int(truncatingIfNeeded: length) / MemoryLayout<Int32>.size
            offset = start + Int(truncatingIfNeeded: length)
            return unsafe [Int32](unsafeUninitializedCapacity: count) {
                numbers, initializedCount in
                unsafe UnsafeMutableRawBufferPointer(numbers)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: lent[start..<offset]))
                initializedCount = count
            }
        }
    }

    private mutating func read<Result>(_ body: (inout FlatReader) -> Result) -> Result {
        let start = offset
        let (result, end) = unsafe bytes.withShimBytes { lent in
            var reader = unsafe FlatReader(lent, from: start)
            let result = body(&reader)
            return (result, reader.offset)
        }
        offset = end
        return result
    }
}
