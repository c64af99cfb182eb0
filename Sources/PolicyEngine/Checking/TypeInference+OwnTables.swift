// The tables that a file builds: lists, records, and tables filled key by key.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// What is known of a table that a file builds.
    final class OwnTable {
        /// A field written by its name.
        struct Field {
            /// The name.
            let name: String
            /// What it may hold.
            var type: PolicyType
            /// Where the name stands.
            let place: PolicyPlace
            /// Where the value stands.
            let value: PolicyPlace
        }

        /// The fields written by name, in order.
        private(set) var fields: [Field] = []
        private var places: [String: Int] = [:]
        /// What the elements with a number are; nil without any.
        var element: PolicyType?
        /// What the keys and values are that only the run knows; nil without any.
        var dynamic: (key: PolicyType, value: PolicyType)?

        /// The fields that are read by their name.
        var namesRead: Set<String> = []
        /// The file whose own level makes it; nil for a table that a function makes.
        let file: Int?

        /// A table without a field.
        init(file: Int?) { self.file = file }

        /// The type of a field; nil when it was never written.
        func type(of name: String) -> PolicyType? { places[name].map { fields[$0].type } }

        /// Whether any field may be there.
        var isLoose: Bool { dynamic != nil || (fields.isEmpty && element == nil) }

        /// Adds what a field may hold.
        func set(_ name: String, _ type: PolicyType, at place: PolicyPlace, value: PolicyPlace) {
            if let index = places[name] {
                fields[index].type = fields[index].type.joined(with: type)
            } else {
                places[name] = fields.count
                fields.append(Field(name: name, type: type, place: place, value: value))
            }
        }

        /// Adds what the elements may be.
        func add(_ type: PolicyType) { element = element?.joined(with: type) ?? type }

        /// Adds what a value under an unknown key may be.
        func set(_ key: PolicyType, _ type: PolicyType) {
            dynamic =
                dynamic.map { ($0.key.joined(with: key), $0.value.joined(with: type)) }
                ?? (key, type)
        }
    }

    /// The type of a table constructor.
    func inferTable(_ fields: [TableField], _ context: Context) -> PolicyType {
        let table = OwnTable(file: context.frame.isFile ? context.frame.file : nil)
        for field in fields {
            let value = context.place(field.value.range)
            switch field.key {
            case .positional: table.add(infer(field.value, context))
            case .named(let name):
                let type = infer(field.value, context)
                table.set(name.text, type, at: context.place(name.range), value: value)
            case .computed(let key):
                let keyType = infer(key, context)
                let type = infer(field.value, context)
                write(type, under: keyType, to: table, at: context.place(key.range), value: value)
            }
        }
        ownTables.append(table)
        return .ownTables([ownTables.count - 1])
    }

    /// Notes a value written under a key.
    func write(
        _ type: PolicyType, under key: PolicyType, to table: OwnTable, at place: PolicyPlace,
        value: PolicyPlace
    ) {
        switch key.known {
        case .number: table.add(type)
        case .text(.literals(let texts)) where texts.count == 1 && texts[0].place == place:
            table.set(texts[0].text, type, at: place, value: value)
        default: table.set(key.known, type)
        }
    }

    /// The type of a field of one of several tables.
    func ownField(_ name: String, of numbers: [Int], at place: PolicyPlace) -> PolicyType {
        let tables = numbers.map { ownTables[$0] }
        for table in tables { table.namesRead.insert(name) }
        let types = tables.compactMap { $0.type(of: name) }
        let lacking = tables.filter { $0.type(of: name) == nil && !$0.isLoose }
        if types.isEmpty && !lacking.isEmpty {
            reportLacking(name, of: lacking, at: place)
            return .any
        }
        for table in lacking {
            guard let slip = misspeltField(for: name, in: table, of: tables) else { continue }
            let line = findings.line(at: slip.place)
            findings.report(.misspeltDeclaration(name, slip.name, line: line), at: place)
            return .any
        }
        let loose = tables.compactMap { $0.dynamic?.value }
        guard let first = (types + loose).first else { return .any }
        let joined = (types + loose).dropFirst().reduce(first) { $0.joined(with: $1) }
        return types.count == tables.count ? joined : .maybe(joined.known)
    }

    private func reportLacking(_ name: String, of lacking: [OwnTable], at place: PolicyPlace) {
        if lacking.allSatisfy({ $0.fields.isEmpty }) {
            return findings.report(.fieldOfList(name), at: place)
        }
        var known: [String] = []
        for field in lacking.flatMap(\.fields) where !known.contains(field.name) {
            known.append(field.name)
        }
        findings.report(.unknownField(name, of: .ownTable(fields: known)), at: place)
    }

    /// What one table of a list has in place of a field: a name near it that the others lack.
    private func misspeltField(
        for name: String, in table: OwnTable, of tables: [OwnTable]
    ) -> OwnTable.Field? {
        let others = tables.filter { $0 !== table }
        let own = table.fields.filter { field in
            !others.contains { $0.type(of: field.name) != nil }
        }
        let nearest = Spelling.nearest(to: name, among: own.map(\.name))
        return own.first { $0.name == nearest }
    }

    /// The type of `table[key]`.
    func ownIndex(_ key: PolicyType, of numbers: [Int], at place: PolicyPlace) -> PolicyType {
        if case .text(.literals(let texts)) = key, texts.count == 1, texts[0].place == place {
            return ownField(texts[0].text, of: numbers, at: place)
        }
        let tables = numbers.map { ownTables[$0] }
        if case .text = key.known { keyReads += tables.map { ($0, key) } }
        var types = tables.compactMap { $0.dynamic?.value }
        if key.family != .text { types += tables.compactMap(\.element) }
        if key.family != .number { types += tables.flatMap { $0.fields.map(\.type) } }
        guard let first = types.first else { return .any }
        return .maybe(types.dropFirst().reduce(first) { $0.joined(with: $1) }.known)
    }

    /// Checks that the fields of tables read by a closed-list fact or a country are such texts.
    ///
    /// A field that is also read by its name, such as a value for all others, may be any.
    func checkKeys() {
        for read in keyReads {
            for field in read.table.fields where !read.table.namesRead.contains(field.name) {
                let literal = PolicyType.Literal(text: field.name, place: field.place)
                checkTexts(read.key, .text(.literals([literal])))
            }
        }
    }
}
