// Bytes lent to the shim.
// SPDX-License-Identifier: MIT

internal import CLuaShim

extension [UInt8] {
    /// Lends the bytes to the shim for the length of one call.
    func withShimBytes<Result>(_ body: (shim_bytes) -> Result) -> Result {
        unsafe withUnsafeBufferPointer { buffer in
            unsafe body(shim_bytes(start: buffer.baseAddress, length: buffer.count))
        }
    }
}
