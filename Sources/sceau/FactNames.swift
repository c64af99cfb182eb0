// French names for the paths that rules read.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Names facts and table rows in French, from the dossier schema where it knows them.
struct FactNames {
    private let schema: DossierSchema
    private let complements: [FactField]
    /// The tables by which many values are told in few words.
    let tables: [KeyedTable]

    /// Names the facts of a schema.
    ///
    /// A dossier without `complements` lacks those that the text of these rules reads.
    init(
        _ schema: DossierSchema, readBy rules: [RuleResult] = [], tables: [KeyedTable] = []
    ) {
        self.schema = schema
        self.tables = tables
        let known = schema.root.field(named: "complements")?.type.record?.fields ?? []
        let texts = rules.filter { $0.manquants.contains("complements") }
            .flatMap(\.sourceText).map(\.text)
        complements = known.filter { field in
            texts.contains { $0.reads("complements.\(field.name)") }
        }
    }

    /// The name of a path: « experts mobilisables (expertise 1) », or the path when unknown.
    func name(of path: String) -> String {
        if let row = tableRow(path) { return row }
        if path == "complements", !complements.isEmpty {
            return French.list(complements.map(\.title))
        }
        guard let field = field(at: path) else { return path }
        let places = places(in: path)
        return places.isEmpty ? field.title : "\(field.title) (\(places.joined(separator: ", ")))"
    }

    /// The name without its place, for lines that stand under that place already.
    func shortName(of path: String) -> String { field(at: path)?.title ?? path }

    /// A value read under a path, with the wording of closed lists, countries and units.
    ///
    /// Free texts are cut at a number of columns; nil shows them whole.
    func french(_ reading: NamedValue, cutAt columns: Int? = nil) -> String {
        if let columns, case .text(let text) = reading.value, text.displayWidth > columns {
            return French.quoted(text.shortened(toColumns: columns))
        }
        guard let field = field(at: reading.name) else { return reading.value.shown }
        switch (field.type.ofOne, reading.value) {
        case (.closed(let list), .text(let text)): return list.labels[text] ?? text
        case (.country, .text(let code)): return country(code)
        case (.identifier, .text(let code)): return code
        case (_, .integer), (_, .decimal):
            let unit = reading.value.isBelowTwo ? field.unit.map(French.singular) : field.unit
            return reading.value.shown + (unit.map { " \($0)" } ?? "")
        default: return reading.value.shown
        }
    }

    /// What a rule judged: « dossier », « expertise 1 », « demande 2 », or a list's title.
    func subject(_ sujet: String) -> String {
        if sujet == "dossier" { return sujet }
        return places(in: sujet).first ?? shortName(of: sujet)
    }

    /// The table and the row of `comites[2].limite`, a cell of a table without keys.
    func listedRow(_ path: String) -> (table: String, row: String)? {
        guard field(at: path) == nil, let open = path.firstIndex(of: "["),
            let close = path.firstIndex(of: "]"), open < close,
            let number = Int(path[path.index(after: open)..<close])
        else { return nil }
        return (String(path[..<open]), "ligne \(number)")
    }

    /// The row and the column of `presence[DE].nombre`, a cell of a table with keys.
    func cell(_ path: String) -> (row: String, column: String)? {
        guard field(at: path) == nil, let close = path.lastIndex(of: "]"),
            let row = tableRow(String(path[...close]))
        else { return nil }
        let column = path[close...].dropFirst().drop { $0 == "." }
        return column.isEmpty ? nil : (row, String(column))
    }

    /// Whether a path leads to a table of the policy rather than to a fact of the dossier.
    func isTableRow(_ path: String) -> Bool {
        tableRow(path) != nil || listedRow(path) != nil
    }

    private func country(_ code: String) -> String {
        Country.frenchName(of: code).map { "\($0) (\(code))" } ?? code
    }

    /// « tableau presence, ligne TV (Tuvalu) » of `presence[TV]`.
    private func tableRow(_ path: String) -> String? {
        guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
            open < close
        else { return nil }
        let key = String(path[path.index(after: open)..<close])
        guard Int(key) == nil else { return nil }
        let column = path[path.index(after: close)...].drop { $0 == "." }
        let suffix = column.isEmpty ? "" : ", colonne \(column)"
        let row = key.count == 2 ? country(key) : key
        return "tableau \(French.quoted(String(path[..<open]))), ligne \(row)\(suffix)"
    }

    private func field(at path: String) -> FactField? {
        var record = schema.root
        var found: FactField?
        for step in path.utf8.split(separator: UInt8(ascii: ".")) {
            let name = String(Substring(step.prefix { $0 != UInt8(ascii: "[") }))
            guard let field = record.field(named: name) else { return nil }
            found = field
            record = field.type.record ?? RecordSchema([])
        }
        return found
    }

    /// What the fact at a path, or each element of a list there, may be.
    func type(at path: String) -> FactType? { field(at: path)?.type.ofOne }

    /// « expertise 1 » for each numbered step, the outermost first.
    private func places(in path: String) -> [String] {
        path.split(separator: ".").compactMap { step in
            guard let open = step.firstIndex(of: "["), step.hasSuffix("]") else { return nil }
            let number = step[step.index(after: open)...].dropLast()
            let list = step[..<open]
            return "\(list.hasSuffix("s") ? list.dropLast() : list) \(number)"
        }
    }
}

/// A table of the policy that is read by key.
struct KeyedTable {
    /// The name by which rules read it.
    let name: String
    /// The keys of its rows, whenever they are in force.
    let keys: Set<String>
}

extension Policy {
    /// The tables that are read by key, those of one name once.
    var keyedTables: [KeyedTable] {
        var seen: Set<String> = []
        return regimes.flatMap(\.declarations.tables).compactMap { table in
            guard let key = table.key, seen.insert(table.name.value).inserted else { return nil }
            let keys = table.rows.compactMap { row in
                if case .text(let text)? = row.cells[key] { text } else { nil }
            }
            return KeyedTable(name: table.name.value, keys: Set(keys))
        }
    }
}

extension FactType {
    /// The type itself, or that of a list's elements.
    fileprivate var ofOne: FactType { if case .list(let element) = self { element } else { self } }
}

extension String {
    /// Whether a rule's text holds this name, and not the start of a longer one.
    fileprivate func reads(_ name: String) -> Bool {
        ranges(of: name).contains { range in
            self[range.upperBound...].first.map { !($0.isLetter || $0.isNumber || $0 == "_") }
                ?? true
        }
    }
}

extension ShownValue {
    /// Whether it is a number that a singular goes with.
    fileprivate var isBelowTwo: Bool {
        switch self {
        case .integer(let number): number.magnitude < 2
        case .decimal(let number): number.magnitude < 2
        default: false
        }
    }
}
