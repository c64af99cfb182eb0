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

    /// The next values, a count and then as many integers; empty when there is no count.
    public mutating func nextIntegers() -> [Int] {
        // Each value takes a byte at least.
        let count = min(max(Int(nextInteger() ?? 0), 0), bytes.count - offset)
        var integers: [Int] = []
        integers.reserveCapacity(count)
        for _ in 0..<count { integers.append(Int(nextInteger() ?? 0)) }
        return integers
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
