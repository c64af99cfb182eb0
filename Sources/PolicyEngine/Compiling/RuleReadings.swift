// The readings of a rule, resolved against the schema so that no Lua is needed to make them.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax

/// A way to go in a dossier: the fields to follow from a root, of which the last one is meant.
struct FactWay: Sendable {
    let root: Root
    /// The fields, among the steps of the rule's readings.
    let steps: Range<Int>

    /// Where a way starts.
    enum Root: Sendable {
        case dossier, expertise, demande
        /// An element of the list around, the innermost one under 0.
        case element(Int)
    }
}

/// One reading that a rule names.
enum FactRoute: Sendable {
    /// A fact.
    case fact(FactWay)
    /// A cell of the row that a text finds, by the number of its column's name.
    case cell(table: Int, key: Key, column: Int)
    /// The readings that follow, so many, for each element of a list.
    case elements(FactWay, count: Int)

    /// What finds a row.
    enum Key: Sendable {
        /// One of the texts that the rule itself names.
        case text(Int)
        case fact(FactWay)
    }
}

/// The readings of one rule: of its `si`, of its other fields, of its text.
///
/// A class, because it is looked at for each run and has many parts.
final class RuleReadings: Sendable {
    /// All of them, one after the other.
    let routes: [FactRoute]
    /// The fields of the ways, each by its place in its record.
    let steps: [Int32]
    /// The texts that find rows.
    let keys: [String]
    let condition, fields, texts: Range<Int>

    /// Resolves the readings of a rule.
    ///
    /// - Returns: nil when one depends on what only Lua knows.
    init?(_ rule: Rule, in regime: Regime, schema: DossierSchema, keys: KeyNumbers) {
        var resolver = RouteResolver(regime, schema: schema, keys: keys)
        let conditions = rule.fields.filter { $0.name.text == "si" }.map(\.expression)
        let others = rule.fields.filter { $0.name.text != "si" }.map(\.expression)
        guard let condition = resolver.routes(of: conditions),
            let fields = resolver.routes(of: others),
            let texts = resolver.routes(of: rule.template?.placeholders ?? [])
        else { return nil }
        self.condition = condition
        self.fields = fields
        self.texts = texts
        routes = resolver.routes
        steps = resolver.steps
        self.keys = resolver.texts
    }
}

/// Turns readings into routes.
private struct RouteResolver {
    private let root: RecordSchema
    private let tables: [DataTable]
    private let names: Set<String>
    private let keys: KeyNumbers
    private(set) var routes: [FactRoute] = []
    private(set) var steps: [Int32] = []
    private(set) var texts: [String] = []
    /// The names of the elements around, outermost first, with their records.
    private var elements: [(name: String, record: RecordSchema?)] = []

    /// A reading that cannot be resolved here.
    private struct Unresolved: Error {}

    private typealias Way = (root: FactWay.Root, steps: [Int32], type: FactType)

    init(_ regime: Regime, schema: DossierSchema, keys: KeyNumbers) {
        self.keys = keys
        root = schema.root
        tables = regime.declarations.tables
        names = Set(tables.map(\.name.value)).union([
            "dossier", "collectivite", "expertise", "demande",
        ])
    }

    /// Adds the readings of expressions; tells where they stand.
    mutating func routes(of expressions: [Expression]) -> Range<Int>? {
        let readings = expressions.flatMap { FactReadingCollector($0, roots: names).readings }
        let start = routes.count
        do throws(Unresolved) {
            try add(readings)
        } catch {
            return nil
        }
        return start..<routes.count
    }

    private mutating func add(_ readings: [FactReading]) throws(Unresolved) {
        for reading in readings {
            switch reading {
            case .chain(let chain):
                if let route = try route(of: chain) { routes.append(route) }
            case .field(_, let name):
                guard let record = elements.last?.record else { throw Unresolved() }
                let step = try self.step(name.text, in: record)
                routes.append(.fact(laid((.element(0), [step.field], step.type))))
            case .elements(let list, let variable, let inner):
                guard let way = try way(to: list) else { continue }
                guard case .list(let element) = way.type else { throw Unresolved() }
                elements.append((variable, element.record))
                defer { elements.removeLast() }
                let laidWay = laid(way)
                let place = routes.count
                routes.append(.elements(laidWay, count: 0))
                try add(inner)
                routes[place] = .elements(laidWay, count: routes.count - place - 1)
            }
        }
    }

    /// A way with its steps among the others.
    private mutating func laid(_ way: Way) -> FactWay {
        let start = steps.count
        steps += way.steps
        return FactWay(root: way.root, steps: start..<steps.count)
    }

    /// A chain as a route; nil when nothing is shown of it.
    private mutating func route(of chain: Expression) throws(Unresolved) -> FactRoute? {
        if case .field(let base, let column) = chain.kind,
            case .index(let table, let key) = base.kind, case .name(let name) = table.kind,
            let index = tables.firstIndex(where: { $0.name.value == name.text })
        {
            let isText = tables[index].columns.contains { candidate in
                candidate.name == tables[index].key
                    && [.texte, .pays, .nature].contains(candidate.type)
            }
            guard isText, let column = keys.number(of: column.text) else { throw Unresolved() }
            return .cell(table: index, key: try self.key(key), column: column)
        }
        // A row by itself is not shown.
        if case .index(let table, _) = chain.kind, case .name(let name) = table.kind,
            tables.contains(where: { $0.name.value == name.text })
        {
            return nil
        }
        guard let way = try way(to: chain) else { return nil }
        return .fact(laid(way))
    }

    private mutating func key(_ expression: Expression) throws(Unresolved) -> FactRoute.Key {
        if case .string(let literal) = expression.kind {
            texts.append(literal.text)
            return .text(texts.count - 1)
        }
        guard let way = try way(to: expression) else { throw Unresolved() }
        return .fact(laid(way))
    }

    /// The way to a fact or a list; nil for a table of the policy.
    private func way(to expression: Expression) throws(Unresolved) -> Way? {
        switch expression.kind {
        case .name(let name): return try start(name.text)
        case .field(let base, let name):
            guard let way = try way(to: base), case .record(let record) = way.type else {
                throw Unresolved()
            }
            let step = try self.step(name.text, in: record)
            return (way.root, way.steps + [step.field], step.type)
        default: throw Unresolved()
        }
    }

    private func start(_ name: String) throws(Unresolved) -> Way? {
        if let depth = elements.reversed().firstIndex(where: { $0.name == name }) {
            let place = elements.reversed().distance(
                from: elements.reversed().startIndex, to: depth)
            guard let record = elements.reversed()[depth].record else { throw Unresolved() }
            return (.element(place), [], .record(record))
        }
        switch name {
        case "dossier": return (.dossier, [], .record(root))
        case "collectivite":
            let step = try self.step(name, in: root)
            return (.dossier, [step.field], step.type)
        case "expertise": return (.expertise, [], .record(try element(of: "expertises")))
        case "demande": return (.demande, [], .record(try element(of: "demandes")))
        default:
            guard tables.contains(where: { $0.name.value == name && $0.key == nil }) else {
                throw Unresolved()
            }
            return nil
        }
    }

    private func element(of list: String) throws(Unresolved) -> RecordSchema {
        guard let record = root.field(named: list)?.type.record else { throw Unresolved() }
        return record
    }

    private func step(
        _ name: String, in record: RecordSchema
    ) throws(Unresolved) -> (field: Int32, type: FactType) {
        guard let field = record.fields.firstIndex(where: { $0.name == name }) else {
            throw Unresolved()
        }
        return (Int32(field), record.fields[field].type)
    }
}
