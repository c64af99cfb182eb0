// How the nodes of a dossier are named in a verdict.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// The paths of a dossier's nodes, as `labels[1].regime`, each made when it is first asked for.
struct FactPaths {
    /// Whose nodes are named.
    let dossier: FactNodes
    /// The list or record that holds each node, and its place there from 1.
    private let places: [(holder: Int, number: Int)]
    /// The paths made so far, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where they stand, by node; empty where none was made, and for the dossier.
    private var ranges: [Range<Int>]

    /// Prepares to name the nodes of a dossier.
    init(_ dossier: FactNodes) {
        self.dossier = dossier
        places = dossier.places
        ranges = Array(repeating: 0..<0, count: dossier.nodes.count)
        bytes.reserveCapacity(FactPaths.usualLength * dossier.nodes.count)
    }

    /// The bytes of a path, as a rule.
    private static let usualLength = 24

    /// The path of a node, among `bytes`; empty for the dossier.
    mutating func range(of node: Int) -> Range<Int> {
        if node == 0 || !ranges[node].isEmpty { return ranges[node] }
        let (holder, number) = places[node]
        let outer = range(of: holder)
        let start = bytes.count
        for place in outer { bytes.append(bytes[place]) }
        if let name = dossier.name(of: node, in: holder) {
            if !outer.isEmpty { bytes.append(UInt8(ascii: ".")) }
            bytes += name.utf8
        } else {
            bytes.append(UInt8(ascii: "["))
            bytes.appendJSON(Int64(number))
            bytes.append(UInt8(ascii: "]"))
        }
        ranges[node] = start..<bytes.count
        return ranges[node]
    }

    /// The path of a node as a text.
    mutating func text(of node: Int) -> String {
        String(decoding: bytes[range(of: node)], as: UTF8.self)
    }
}
