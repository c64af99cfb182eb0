// What runs read, written as members of the results' JSON.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Writes the facts and the cells that runs on one dossier read; a fact is put into JSON once.
struct ReadMembers: ReadingSink {
    /// What was written.
    var bytes: [UInt8] = []
    /// How the dossier's nodes are named.
    var paths: FactPaths
    private let plan: ReadingPlan
    /// The facts put into JSON so far, each with its name, and where they stand by node.
    private var facts: [UInt8] = []
    private var ranges: [Range<Int>]
    /// Cells put into JSON, whatever the dossier.
    var cells = CellMembers()
    private var isFirst = true

    /// Prepares for the runs on a dossier.
    init(_ plan: ReadingPlan, _ paths: FactPaths) {
        self.plan = plan
        self.paths = paths
        ranges = Array(repeating: 0..<0, count: paths.dossier.nodes.count)
        // What is read of a dossier with its names is hardly longer than the dossier.
        facts.reserveCapacity(paths.dossier.bytes.count)
    }

    /// Begins the members of one result.
    mutating func beginMembers() { isFirst = true }

    mutating func add(factAt node: Int) {
        if ranges[node].isEmpty { ranges[node] = written(node) }
        separate()
        bytes += facts[ranges[node]]
    }

    mutating func add(cell column: Int, ofRow row: Int) {
        let member = cells.member(column, ofRow: row, plan)
        guard !member.isEmpty else { return }
        separate()
        bytes += member
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// Puts a fact into JSON; its path is of plain names and needs no escape.
    private mutating func written(_ node: Int) -> Range<Int> {
        let start = facts.count
        let path = paths.range(of: node)
        facts.append(UInt8(ascii: "\""))
        facts += paths.bytes[path]
        facts += "\":".utf8
        let dossier = paths.dossier
        if dossier.nodes[node].kind == .text {
            facts.appendJSON(dossier.bytes[dossier.range(of: dossier.nodes[node])])
        } else if let value = dossier.shown(node) {
            facts.appendJSON(value)
        }
        return start..<facts.count
    }
}

/// Cells of the policy's tables as members of results, kept for all dossiers.
struct CellMembers {
    private var members: [Cell: [UInt8]] = [:]

    private struct Cell: Hashable {
        let column, row: Int
    }

    /// A cell, by the number of its column's name and that of its row; empty where it holds nothing.
    mutating func member(_ column: Int, ofRow row: Int, _ plan: ReadingPlan) -> [UInt8] {
        let place = Cell(column: column, row: row)
        if let known = members[place] { return known }
        var member: [UInt8] = []
        if let cell = plan.rows.cell(plan.names[column - 1], ofRow: row) {
            member.appendMembers([cell])
        }
        members[place] = member
        return member
    }
}
