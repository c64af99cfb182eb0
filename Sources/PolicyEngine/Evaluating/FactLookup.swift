// Facts of a dossier that was read into nodes, by their places.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The nodes of a dossier at hand, as long as the next one has not been read.
struct FactNodes {
    let schema: FlatSchema
    let nodes: [FlatDossier.Node]
    let bytes: [UInt8]

    /// Takes the dossier that was read last.
    init(_ dossier: borrowing FlatDossier) {
        schema = dossier.schema
        nodes = dossier.nodes
        bytes = dossier.bytes
    }

    /// The bytes of a text.
    func range(of node: FlatDossier.Node) -> Range<Int> {
        Int(node.value)..<Int(node.value) + Int(node.end)
    }

    /// A text.
    func text(of node: FlatDossier.Node) -> String {
        String(decoding: bytes[range(of: node)], as: UTF8.self)
    }

    /// The node of a field of a record; nil when the fact is absent.
    func fact(_ field: Int32, ofRecordAt record: Int) -> Int? {
        var index = record + 1
        let end = Int(nodes[record].end)
        while index < end {
            if nodes[index].field == field { return index }
            index = next(after: index)
        }
        return nil
    }

    /// The node that comes after another one and all that it holds.
    func next(after index: Int) -> Int {
        switch nodes[index].kind {
        case .list, .record: Int(nodes[index].end)
        case .false, .true, .integer, .decimal, .text, .day: index + 1
        }
    }

    /// The nodes of a list's elements, in order.
    func elements(ofListAt list: Int) -> [Int] {
        var elements: [Int] = []
        var index = list + 1
        let end = Int(nodes[list].end)
        while index < end {
            elements.append(index)
            index = next(after: index)
        }
        return elements
    }

    /// What a verdict shows of a fact; nil for a record.
    func shown(_ index: Int) -> ShownValue? {
        let node = nodes[index]
        switch node.kind {
        case .false: return .boolean(false)
        case .true: return .boolean(true)
        case .integer: return .integer(node.value)
        case .decimal: return .decimal(Double(bitPattern: UInt64(bitPattern: node.value)))
        case .text: return .text(text(of: node))
        case .day: return .day(Day(clamping: Int(node.value)))
        case .list: return .list(count: node.value)
        case .record: return nil
        }
    }

    /// For each node the list or record that holds it, and its place there from 1.
    var places: [(holder: Int, number: Int)] {
        var places = Array(repeating: (holder: 0, number: 0), count: nodes.count)
        for holder in nodes.indices where next(after: holder) > holder + 1 {
            var (index, number) = (holder + 1, 1)
            while index < Int(nodes[holder].end) {
                places[index] = (holder, number)
                index = next(after: index)
                number += 1
            }
        }
        return places
    }

    /// The name of a node in the record that holds it; nil in a list.
    func name(of node: Int, in holder: Int) -> String? {
        guard nodes[holder].kind == .record else { return nil }
        return schema.records[Int(nodes[holder].value)].fields[Int(nodes[node].field)].name
    }
}

extension LuaArguments {
    /// Adds a dossier; the identity of a record is the place of its node, from 1, if it has one.
    mutating func append(_ dossier: FactNodes, _ keys: FlatKeys, identified: Bool) {
        beginTree(texts: dossier.bytes)
        _ = append(dossier, 0, key: 0, keys, identified)
    }

    /// Adds what stands at a node; tells which node comes after it.
    private mutating func append(
        _ dossier: FactNodes, _ index: Int, key: Int, _ keys: FlatKeys, _ identified: Bool
    ) -> Int {
        let node = dossier.nodes[index]
        switch node.kind {
        case .false: append(.boolean(false), key: key)
        case .true: append(.boolean(true), key: key)
        case .integer: append(.integer(node.value), key: key)
        case .decimal:
            append(.number(Double(bitPattern: UInt64(bitPattern: node.value))), key: key)
        case .text: append(.text(start: Int(node.value), length: Int(node.end)), key: key)
        case .day: append(.box(node.value), key: key)
        case .list, .record:
            let isList = node.kind == .list
            let place = append(
                isList
                    ? .list(count: Int(node.value)) : .record(identity: identified ? index + 1 : 0),
                key: key)
            var child = index + 1
            while child < Int(node.end) {
                let field = Int(dossier.nodes[child].field)
                let key = isList ? 0 : keys.number(ofField: field, in: Int(node.value))
                child = append(dossier, child, key: key, keys, identified)
            }
            endNode(at: place)
            return child
        }
        return index + 1
    }
}

/// The numbers of keys by record of the schema and place of the field.
struct FlatKeys: Sendable {
    private let numbers: [[Int]]

    /// Finds the number of each field.
    init(_ schema: FlatSchema, _ keys: KeyNumbers) {
        numbers = schema.records.map { record in
            record.fields.map { keys.number(of: $0.name) ?? 0 }
        }
    }

    /// The number of a field's name.
    func number(ofField field: Int, in record: Int) -> Int { numbers[record][field] }

    /// The field of a record that has a name of this number; nil when it has none.
    func field(numbered number: Int, in record: Int) -> Int? {
        numbers[record].firstIndex(of: number)
    }
}
