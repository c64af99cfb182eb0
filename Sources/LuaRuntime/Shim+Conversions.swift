// The shim's plain types, as ours.
// SPDX-License-Identifier: MIT

internal import CLuaShim

extension shim_limits {
    /// The limits as the shim takes them.
    init(_ limits: LuaLimits) {
        self.init(
            live: limits.liveBytes, block: limits.blockBytes, string: limits.stringBytes,
            total: limits.totalBytes, wall_seconds: Int64(limits.wallSeconds))
    }
}

extension LuaError.Kind {
    /// The kind of an outcome; absent when the entry did its work.
    init?(_ outcome: shim_outcome) {
        switch outcome {
        case .SHIM_OUTCOME_DONE: return nil
        case .SHIM_OUTCOME_SYNTAX: self = .syntax
        case .SHIM_OUTCOME_RUNTIME: self = .runtime
        case .SHIM_OUTCOME_RAISED: self = .raised
        case .SHIM_OUTCOME_INSTRUCTIONS: self = .instructionLimit
        case .SHIM_OUTCOME_MEMORY: self = .memoryLimit
        case .SHIM_OUTCOME_STACK: self = .stackOverflow
        case .SHIM_OUTCOME_HOST: self = .host
        case .SHIM_OUTCOME_FAULT: self = .fault
        }
    }
}

extension LuaError {
    /// The error of a failure that the shim recorded; copies its texts.
    init(_ kind: Kind, _ failure: shim_failure) {
        let message = unsafe UnsafeBufferPointer(
            start: failure.message, count: failure.message_length)
        let chunk = unsafe UnsafeBufferPointer(
            start: failure.chunk, count: failure.chunk_length)
        self.init(
            kind, unsafe String(decoding: message, as: UTF8.self),
            chunk: unsafe chunk.isEmpty ? nil : String(decoding: chunk, as: UTF8.self),
            line: unsafe failure.line > 0 ? Int(failure.line) : nil)
    }
}
