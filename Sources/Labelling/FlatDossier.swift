// A dossier's facts in one run, read from its bytes without a tree, a text or a dictionary.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Reads one dossier after another into the same two buffers.
///
/// It judges only what it is sure of: whatever is wrong, and much that is merely unusual, it
/// leaves to `Dossier.read`, which says what is wrong or gives the facts.
///
/// ```swift
/// var flat = FlatDossier(FlatSchema(.standard, keeping: { _ in true }))
/// if flat.read(bytes, in: bytes.indices) { use(flat.nodes) }
/// ```
package struct FlatDossier: Sendable {
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
    package internal(set) var nodes: [Node] = []
    /// The dossier's own bytes, some zeros, and the texts that were escaped.
    package internal(set) var bytes: [UInt8] = []
    /// The dossier's number, as a range of `bytes`.
    package internal(set) var numero = 0..<0
    /// The day on which the dossier was filed, in Europe/Paris.
    package internal(set) var deposeLe = Day(clamping: 1)
    /// Where the object stands in the bytes that were given, from `{` to `}`.
    package private(set) var object = 0..<0
    /// Texts without their escapes, of which the first one will start at `decodedStart`.
    var decoded: [UInt8] = []
    /// How many bytes `bytes` had before decoded texts were added.
    var decodedStart = 0

    /// Makes a reader with empty buffers.
    package init(_ schema: FlatSchema) { self.schema = schema }

    /// Reads the dossier in a range of bytes.
    ///
    /// - Returns: whether `Dossier.read` accepts it and gives the same facts, without a reason for
    ///   any absence; when it is false nothing here has a meaning.
    package mutating func read(_ text: [UInt8], in range: Range<Int>) -> Bool {
        guard range.count < Int(Int32.max) / 2 else { return false }
        nodes.removeAll(keepingCapacity: true)
        decoded.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text[range])
        bytes.append(contentsOf: FlatDossier.padding)
        decodedStart = bytes.count
        let start = afterBlanks(0)
        guard let end = record(0, field: -1, isKept: true, at: start),
            afterBlanks(end) == range.count
        else { return false }
        object = range.lowerBound + start..<range.lowerBound + end
        if !decoded.isEmpty { bytes.append(contentsOf: decoded) }
        return true
    }

    /// Zeros, which stand nowhere in JSON, so that reading ends there, and words can be loaded
    /// from every place before them.
    private static let padding = [UInt8](repeating: 0, count: 16)

    /// The bytes of a text.
    package func range(of node: Node) -> Range<Int> {
        Int(node.value)..<Int(node.value) + Int(node.end)
    }

    /// A text.
    package func text(of node: Node) -> String {
        String(decoding: bytes[range(of: node)], as: UTF8.self)
    }
}

// MARK: - Bytes

extension FlatDossier {
    /// Eight bytes as a number, the first one lowest.
    func word(at place: Int) -> UInt64 {
        let eight = bytes.span.extracting(place..<place + 8)
        return UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16
            | UInt64(eight[3]) << 24 | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40
            | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
    }

    /// The first byte from a place on that is not blank.
    func afterBlanks(_ place: Int) -> Int {
        var place = place
        while bytes[place] <= 0x20, JSONReader.isBlank(bytes[place]) { place += 1 }
        return place
    }

    /// Whether a name and its quote stand at a place, where this word does.
    func holds(_ name: FlatName, _ head: UInt64, at place: Int) -> Bool {
        guard (head ^ name.head) & name.mask == 0 else { return false }
        var offset = 8
        var index = name.rest
        while offset < name.length {
            let mask = FlatName.mask(ofBytes: name.length - offset)
            guard (word(at: place + offset) ^ schema.words[index]) & mask == 0 else {
                return false
            }
            offset += 8
            index += 1
        }
        return true
    }
}
