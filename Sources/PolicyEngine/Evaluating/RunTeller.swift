// Puts a run of the direct form into the terms of the instrumented one.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// Finds what runs read in one dossier.
struct RunTeller {
    let dossier: FactNodes
    /// Nil when what rules read is not asked for.
    let readings: [RuleReadings?]?
    let rows: TableRows
    let keys: FlatKeys
    let names: KeyNumbers
    let day: Day
    /// The nodes of the expertises and of the requests.
    private let expertises, demandes: [Int]
    /// The paths found so far, by node; empty where none was.
    private var paths: [String]
    /// The list or record that holds each node, and its place there from 1.
    private let places: [(holder: Int, number: Int)]

    init(
        _ dossier: FactNodes, readings: [RuleReadings?]?, rows: TableRows, keys: FlatKeys,
        names: KeyNumbers, day: Day
    ) {
        self.dossier = dossier
        self.readings = readings
        self.rows = rows
        self.keys = keys
        self.names = names
        self.day = day
        paths = Array(repeating: "", count: readings == nil ? 0 : dossier.nodes.count)
        places = readings == nil ? [] : dossier.places
        expertises = dossier.elements(of: "expertises")
        demandes = dossier.elements(of: "demandes")
    }

    /// The run as the instrumented form would have reported it; nil when only that form can tell.
    mutating func run(
        _ direct: DirectRuns.Run, of rule: Int, kind: RuleKind, expertise: Int?, demande: Int?
    ) -> RuleRun? {
        var period: (debut: Day, fin: Day)?
        if kind == .validite, let debut = direct.first?.day, let fin = direct.second?.day {
            period = (debut, fin)
        }
        let value = kind == .validite ? nil : direct.first?.shown
        guard let known = readings else {
            return RuleRun(outcome: direct.outcome, value: value, period: period)
        }
        guard let readings = known[rule] else { return nil }
        var reader = Reader(
            expertise: expertise.map { expertises[$0 - 1] },
            demande: demande.map { demandes[$0 - 1] }, most: readings.count)
        let notes = direct.notes
        let afterCondition = notes.isEmpty ? 0 : notes[0] + 2
        let afterFields = notes.isEmpty ? 0 : notes[1] + 2
        read(readings.condition, &reader)
        read(notes[min(2, notes.count)..<afterCondition], &reader)
        if direct.outcome != .sansObjet || direct.foundNothing {
            read(readings.fields, &reader)
            read(notes[afterCondition..<afterFields], &reader)
        }
        if hasTexts(direct.outcome, kind) {
            read(readings.texts, &reader)
            read(notes[afterFields...], &reader)
        }
        return RuleRun(
            outcome: direct.outcome, absents: paths(direct.absents), blanks: paths(direct.blanks),
            lus: reader.values, texts: direct.texts, value: value, period: period)
    }

    private func hasTexts(_ outcome: Outcome, _ kind: RuleKind) -> Bool {
        switch (kind, outcome) {
        case (.critere, .nonSatisfaite), (.priorite, .satisfaite), (.signalement, .satisfaite):
            true
        default: false
        }
    }

    /// What has been read in a run, each fact once.
    private struct Reader {
        let expertise, demande: Int?
        var elements: [Int] = []
        var values: [NamedValue] = []
        /// Nodes of facts, and cells as numbers below 0.
        var seen: [Int] = []

        /// Starts with room for a number of readings.
        init(expertise: Int?, demande: Int?, most: Int) {
            self.expertise = expertise
            self.demande = demande
            values.reserveCapacity(most)
            seen.reserveCapacity(most)
        }

        mutating func isNew(_ place: Int) -> Bool {
            if seen.contains(place) { return false }
            seen.append(place)
            return true
        }
    }

    // MARK: - What the rule names

    private mutating func read(_ routes: [FactRoute], _ reader: inout Reader) {
        for route in routes {
            switch route {
            case .fact(let root, let steps):
                if let node = node(root, steps, reader) { note(node, &reader) }
            case .cell(let table, let key, let column):
                guard let text = text(of: key, reader),
                    let row = rows.row(of: table, key: text, on: day)
                else { continue }
                note(column, ofRow: row, &reader)
            case .elements(let root, let steps, let inner):
                guard let list = node(root, steps, reader) else { continue }
                for element in dossier.elements(ofListAt: list) {
                    reader.elements.append(element)
                    read(inner, &reader)
                    reader.elements.removeLast()
                }
            }
        }
    }

    private func node(
        _ root: FactRoute.Root, _ steps: [Int32], _ reader: borrowing Reader
    ) -> Int? {
        var node: Int
        switch root {
        case .dossier: node = 0
        case .expertise:
            guard let expertise = reader.expertise else { return nil }
            node = expertise
        case .demande:
            guard let demande = reader.demande else { return nil }
            node = demande
        case .element(let depth): node = reader.elements[reader.elements.count - 1 - depth]
        }
        for step in steps {
            guard dossier.nodes[node].kind == .record,
                let next = dossier.fact(step, ofRecordAt: node)
            else { return nil }
            node = next
        }
        return node
    }

    private func text(of key: FactRoute.Key, _ reader: borrowing Reader) -> String? {
        switch key {
        case .text(let text): return text
        case .fact(let root, let steps):
            guard let node = node(root, steps, reader), dossier.nodes[node].kind == .text else {
                return nil
            }
            return dossier.text(of: dossier.nodes[node])
        }
    }

    // MARK: - What it read besides

    /// Reads identities of records and numbers of keys in turn.
    private mutating func read(_ notes: ArraySlice<Int>, _ reader: inout Reader) {
        var index = notes.startIndex
        while index + 1 < notes.endIndex {
            let (identity, key) = (notes[index], notes[index + 1])
            index += 2
            if identity < 0 {
                note(names.names[key - 1], ofRow: -identity, &reader)
            } else if let node = fact(identity, key) {
                note(node, &reader)
            }
        }
    }

    private func fact(_ identity: Int, _ key: Int) -> Int? {
        let record = identity - 1
        return keys.field(numbered: key, in: Int(dossier.nodes[record].value))
            .flatMap { dossier.fact(Int32($0), ofRecordAt: record) }
    }

    private mutating func paths(_ notes: [Int]) -> [String] {
        if notes.isEmpty { return [] }
        return stride(from: 0, to: notes.count - 1, by: 2).map { index in
            let identity = notes[index]
            let name = names.names[notes[index + 1] - 1]
            if identity < 0 { return rows.path(of: name, ofRow: -identity) }
            return identity == 1 ? name : path(of: identity - 1) + "." + name
        }
    }

    // MARK: - Noting

    private mutating func note(_ node: Int, _ reader: inout Reader) {
        guard dossier.nodes[node].kind != .record, reader.isNew(node),
            let value = dossier.shown(node)
        else { return }
        reader.values.append(NamedValue(name: path(of: node), value: value))
    }

    private mutating func note(_ column: String, ofRow row: Int, _ reader: inout Reader) {
        guard let key = names.number(of: column),
            reader.isNew(-(row * (names.names.count + 1) + key)),
            let cell = rows.cell(column, ofRow: row)
        else { return }
        reader.values.append(cell)
    }

    /// The path of a node, as `labels[1].regime`; empty for the dossier.
    private mutating func path(of node: Int) -> String {
        if node == 0 || !paths[node].isEmpty { return paths[node] }
        let (holder, number) = places[node]
        var path = path(of: holder)
        if let name = dossier.name(of: node, in: holder) {
            if !path.isEmpty { path += "." }
            path += name
        } else {
            path += "["
            path += String(number)
            path += "]"
        }
        paths[node] = path
        return path
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
