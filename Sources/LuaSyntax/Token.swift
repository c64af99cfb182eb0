// A token of Lua text, with the space and comments before it.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// One token; the tokens of a text, trivia first, give back its bytes.
public struct Token: Hashable, Sendable {
    /// What a token is.
    public enum Kind: Hashable, Sendable {
        case name
        case keyword
        case number
        case string
        /// An operator or a punctuation mark.
        case symbol
        /// The end of the text.
        case end
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes, trivia left out.
    public let range: SourceRange
    /// The white space and comments before it, in order.
    public let trivia: [Trivia]
}

/// What stands between tokens and means nothing to Lua.
public struct Trivia: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// White space and line ends; also the BOM and the `#` line that may open a file.
        case space
        /// `-- …`, its line end left out.
        case lineComment
        /// `--[[ … ]]`
        case blockComment
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes.
    public let range: SourceRange
}
