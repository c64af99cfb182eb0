// A JSON value as read, with the bytes on which it stood.
// SPDX-License-Identifier: MIT

/// One value of a JSON file and its place.
public struct JSONNode: Hashable, Sendable {
    /// What a value is.
    public indirect enum Value: Hashable, Sendable {
        case null
        case boolean(Bool)
        /// A number written without point and exponent.
        case integer(Int64)
        /// A number written with a point or an exponent; the range holds its text.
        case number(Double)
        /// As written, escapes resolved; not normalised.
        case string(String)
        case array([JSONNode])
        /// In the order of the file; a key that stands twice is there twice.
        case object([JSONMember])
        /// A value with a fault of syntax that has been reported.
        case invalid
    }

    /// The value.
    public let value: Value
    /// Its bytes in the source, delimiters included.
    public let range: SourceRange

    /// Makes a node.
    public init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

/// One key of a JSON object, and its value.
public struct JSONMember: Hashable, Sendable {
    /// The key, escapes resolved; not normalised.
    public let key: String
    /// The key's bytes, quotes included.
    public let keyRange: SourceRange
    /// The value.
    public let value: JSONNode

    /// Makes a member.
    public init(key: String, keyRange: SourceRange, value: JSONNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}

/// What was read from a JSON file, and everything wrong with its syntax.
public struct JSONDocument: Sendable {
    /// The value; nil when the brackets do not pair, so that nothing can be told.
    public let root: JSONNode?
    /// Whether no member or element was left out of `root` for a fault.
    public let isWhole: Bool
    /// In the order found; empty when the file is good JSON.
    public let diagnostics: [Diagnostic]

    /// Makes a document.
    public init(root: JSONNode?, isWhole: Bool, diagnostics: [Diagnostic]) {
        self.root = root
        self.isWhole = isWhole
        self.diagnostics = diagnostics
    }
}
