// Why the machine could not do what it was asked.
// SPDX-License-Identifier: MIT

/// A failure in the machine, with the policy line where it happened.
public struct LuaError: Error, Hashable, Sendable {
    /// What sort of failure it was.
    public enum Kind: Hashable, Sendable {
        /// The text is not Lua, or exceeds what the stock compiler takes.
        case syntax
        /// Lua's own error, in English, or a value raised that says nothing.
        case runtime
        /// A text to be read as it stands: that of a bounded function, in French, the one given to
        /// `error` or `assert`, or the field `message` of a table raised.
        case raised
        /// The call spent its instruction budget.
        case instructionLimit
        /// A cap of `LuaLimits` on memory was reached.
        case memoryLimit
        /// Calls were nested too deep.
        case stackOverflow
        /// A Swift function answered with a failure.
        case host
        /// A defect of ours: the wall clock, a reference that is not kept, a value badly written.
        case fault
    }

    /// What sort of failure it was.
    public let kind: Kind

    /// The text: 600 bytes of UTF-8 at most, control characters escaped.
    public let message: String

    /// The name of the innermost policy text that was running, without its `@`.
    ///
    /// Absent when only trusted text was running.
    public let chunk: String?

    /// The line in that text, from 1; for a syntax error, the line in the text loaded.
    ///
    /// Absent when it is not known.
    public let line: Int?

    /// An error whose text is made safe to print.
    package init(_ kind: Kind, _ message: String, chunk: String? = nil, line: Int? = nil) {
        self.kind = kind
        self.message = ErrorText.shown(message)
        self.chunk = chunk
        self.line = line
    }
}
