// What the runs of the direct form read, found in the dossier that they ran on.
// SPDX-License-Identifier: MIT

import Labelling

/// What takes the facts and the cells that a run read, each once, in the order in which they count.
protocol ReadingSink {
    /// Takes a fact that is no record.
    mutating func add(factAt node: Int)
    /// Takes a cell, by the number of its column's name and that of its row.
    mutating func add(cell column: Int, ofRow row: Int)
}

/// Follows what runs read in one dossier: what their rules name, then what they noted besides.
struct ReadingWalk {
    private let dossier: FactNodes
    private let rows: TableRows
    private let keys: FlatKeys
    private let day: Day
    /// The nodes of the expertises and of the requests.
    private let expertises, demandes: [Int]
    /// The expertise and the request of the run at hand.
    private var expertise, demande: Int?
    /// The elements around, innermost last.
    private var elements: [Int] = []
    /// For each node the last run that read it.
    private var lastRuns: [Int]
    private var run = 0
    /// The cells that the run at hand has read.
    private var cells: [(column: Int, row: Int)] = []

    /// Prepares to walk through a dossier on a day.
    init(_ dossier: FactNodes, rows: TableRows, keys: FlatKeys, day: Day) {
        self.dossier = dossier
        self.rows = rows
        self.keys = keys
        self.day = day
        expertises = dossier.elements(of: "expertises")
        demandes = dossier.elements(of: "demandes")
        lastRuns = Array(repeating: 0, count: dossier.nodes.count)
    }

    /// Gives what a run read of a rule of a kind, on a subject that is there.
    mutating func follow(
        _ readings: RuleReadings, _ direct: DirectRuns.Run, of kind: RuleKind,
        on subject: RunSubject, into sink: inout some ReadingSink
    ) {
        run += 1
        if !cells.isEmpty { cells.removeAll(keepingCapacity: true) }
        expertise = subject.expertise.map { expertises[$0 - 1] }
        demande = subject.demande.map { demandes[$0 - 1] }
        let notes = direct.notes
        let afterCondition = notes.isEmpty ? 0 : 2 * Int(notes[0]) + 2
        let afterFields = notes.isEmpty ? 0 : 2 * Int(notes[1]) + 2
        follow(readings, readings.condition, &sink)
        follow(notes[min(2, notes.count)..<afterCondition], &sink)
        if direct.outcome != .sansObjet || direct.foundNothing {
            follow(readings, readings.fields, &sink)
            follow(notes[afterCondition..<afterFields], &sink)
        }
        if kind.showsText(of: direct.outcome) {
            follow(readings, readings.texts, &sink)
            follow(notes[afterFields...], &sink)
        }
    }

    // MARK: - What the rule names

    private mutating func follow(
        _ readings: RuleReadings, _ range: Range<Int>, _ sink: inout some ReadingSink
    ) {
        var place = range.lowerBound
        while place < range.upperBound {
            let route = readings.routes[place]
            place += 1
            switch route {
            case .fact(let way):
                if let node = node(way, readings) { add(node, &sink) }
            case .cell(let table, let key, let column):
                if let row = row(of: table, key, readings) { add(column, ofRow: row, &sink) }
            case .elements(let way, let count):
                let inner = place..<place + count
                place += count
                guard let list = node(way, readings) else { continue }
                var element = list + 1
                while element < Int(dossier.nodes[list].end) {
                    elements.append(element)
                    follow(readings, inner, &sink)
                    elements.removeLast()
                    element = dossier.next(after: element)
                }
            }
        }
    }

    private func node(_ way: FactWay, _ readings: RuleReadings) -> Int? {
        var node: Int
        switch way.root {
        case .dossier: node = 0
        case .expertise:
            guard let expertise else { return nil }
            node = expertise
        case .demande:
            guard let demande else { return nil }
            node = demande
        case .element(let depth): node = elements[elements.count - 1 - depth]
        }
        for place in way.steps {
            guard dossier.nodes[node].kind == .record,
                let next = dossier.fact(readings.steps[place], ofRecordAt: node)
            else { return nil }
            node = next
        }
        return node
    }

    private func row(of table: Int, _ key: FactRoute.Key, _ readings: RuleReadings) -> Int? {
        switch key {
        case .text(let place): return rows.row(of: table, key: readings.keys[place], on: day)
        case .fact(let way):
            guard let node = node(way, readings), dossier.nodes[node].kind == .text else {
                return nil
            }
            return rows.row(of: table, key: dossier.text(of: dossier.nodes[node]), on: day)
        }
    }

    // MARK: - What it read besides

    /// Follows identities of records and numbers of keys in turn.
    private mutating func follow(_ notes: ArraySlice<Int32>, _ sink: inout some ReadingSink) {
        var index = notes.startIndex
        while index + 1 < notes.endIndex {
            let (identity, key) = (Int(notes[index]), Int(notes[index + 1]))
            index += 2
            if identity < 0 {
                add(key, ofRow: -identity, &sink)
            } else if let node = fact(identity, key) {
                add(node, &sink)
            }
        }
    }

    private func fact(_ identity: Int, _ key: Int) -> Int? {
        let record = identity - 1
        return keys.field(numbered: key, in: Int(dossier.nodes[record].value))
            .flatMap { dossier.fact(Int32($0), ofRecordAt: record) }
    }

    // MARK: - Each once

    private mutating func add(_ node: Int, _ sink: inout some ReadingSink) {
        guard dossier.nodes[node].kind != .record, lastRuns[node] != run else { return }
        lastRuns[node] = run
        sink.add(factAt: node)
    }

    private mutating func add(_ column: Int, ofRow row: Int, _ sink: inout some ReadingSink) {
        guard !cells.contains(where: { $0 == (column, row) }) else { return }
        cells.append((column, row))
        sink.add(cell: column, ofRow: row)
    }
}

extension FactNodes {
    /// The node of a fact at the top of the dossier; nil when it is absent.
    func fact(named name: String) -> Int? {
        schema.records[0].fields.firstIndex { $0.name == name }
            .flatMap { fact(Int32($0), ofRecordAt: 0) }
    }

    /// The nodes of a top list's elements; none when it is absent.
    func elements(of list: String) -> [Int] {
        fact(named: list).map { elements(ofListAt: $0) } ?? []
    }

    /// How many elements a top list has; nil when it is absent.
    func count(of list: String) -> Int? { fact(named: list).map { Int(nodes[$0].value) } }
}
