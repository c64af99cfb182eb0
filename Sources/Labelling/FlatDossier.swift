// A dossier's facts in one run, read from its bytes without a tree, a text or a dictionary.
// SPDX-License-Identifier: MIT

/// Reads one dossier after another into the same buffers.
///
/// It judges only what it is sure of: whatever is wrong, and much that is merely unusual, it
/// leaves to `Dossier.read`, which says what is wrong or gives the facts.
///
/// ```swift
/// var flat = FlatDossier(FlatSchema(.standard, keeping: { _ in true }))
/// if flat.read(bytes, in: bytes.indices) { use(flat.nodes) }
/// ```
package struct FlatDossier: ~Copyable, Sendable {
    /// One fact, element or record.
    package struct Node: Hashable, Sendable {
        /// What it is.
        package let kind: Kind
        /// The place of its field in its record's schema; -1 for the dossier and for elements.
        package let field: Int32
        /// After a text its length in bytes, after a list or a record the place of the next node
        /// that is not in it; else 0.
        package internal(set) var end: Int32
        /// The integer, the bits of the decimal, the day's ordinal, where the text starts in
        /// `bytes`, how many elements the list has, or the record's number in the schema; else 0.
        package internal(set) var value: Int64
    }

    /// What a node is.
    package enum Kind: UInt8, Hashable, Sendable {
        case `false`, `true`, integer, decimal, text, day, list, record
    }

    /// What it reads by.
    package let schema: FlatSchema
    /// The dossier, then its kept facts in the order of the file, each before what it holds.
    package private(set) var nodes: [Node] = []
    /// The dossier's own bytes, some zeros, and the texts that were escaped.
    package private(set) var bytes: [UInt8] = []
    /// The dossier's number, as a range of `bytes`.
    package internal(set) var numero = 0..<0
    /// The day on which the dossier was filed, in Europe/Paris.
    package internal(set) var deposeLe = Day(clamping: 1)
    /// The bytes of the longest text that no list closes, kept or not.
    package internal(set) var longestText = 0
    /// Where the object stands in the bytes that were given, from `{` to `}`.
    package private(set) var object = 0..<0
    /// Texts without their escapes, of which the first one will start at `decodedStart`.
    var decoded: [UInt8] = []
    /// How many of `bytes` stand before decoded texts.
    var decodedStart = 0

    /// Makes a reader with empty buffers.
    package init(_ schema: FlatSchema) { self.schema = schema }

    /// Reads the dossier in a range of bytes.
    ///
    /// - Returns: whether `Dossier.read` accepts it and gives the same facts, without a reason for
    ///   any absence; when it is false nothing here has a meaning.
    package mutating func read(_ text: [UInt8], in range: Range<Int>) -> Bool {
        // Places must fit nodes, those of decoded texts too.
        guard range.count < Int(Int32.max) / 2 else { return false }
        decoded.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text[range])
        bytes.append(contentsOf: FlatDossier.padding)
        decodedStart = bytes.count
        longestText = 0
        guard let place = readObject(endingAt: range.count) else { return false }
        object = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
        if !decoded.isEmpty { bytes.append(contentsOf: decoded) }
        return true
    }

    /// Zeros after the dossier, as `Span.word(at:)` needs them.
    private static let padding = [UInt8](repeating: 0, count: 16)

    /// Reads `bytes`; tells where the object stands.
    private mutating func readObject(endingAt count: Int) -> Range<Int>? {
        let bytes = bytes
        let text = bytes.span
        let start = text.afterBlanks(0)
        var end: Int?
        var nodes: [Node] = []
        swap(&nodes, &self.nodes)
        nodes.removeAll(keepingCapacity: true)
        // Each node takes two bytes at least: `0,`.
        nodes.append(addingCapacity: count / 2 + 1) { nodes in
            end = value(FlatSchema.rootField, -1, in: text, at: start, into: &nodes)
        }
        swap(&nodes, &self.nodes)
        guard let end, text.afterBlanks(end) == count else { return nil }
        return start..<end
    }
}

// MARK: - Texts

extension FlatDossier {
    /// The bytes of a text.
    package func range(of node: Node) -> Range<Int> {
        Int(node.value)..<Int(node.value) + Int(node.end)
    }

    /// A text.
    package func text(of node: Node) -> String {
        String(decoding: bytes[range(of: node)], as: UTF8.self)
    }
}
