// The readings of a rule, resolved against the schema so that no Lua is needed to make them.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax

/// One reading that a rule names, as a way to go in a dossier.
indirect enum FactRoute: Sendable {
    /// The fields to follow from a root; the last one is shown.
    case fact(Root, [Int32])
    /// A cell of the row that a fact's text finds.
    case cell(table: Int, key: Key, column: String)
    /// The same readings for each element of a list.
    case elements(Root, [Int32], [FactRoute])

    /// Where a way starts.
    enum Root: Sendable {
        case dossier, expertise, demande
        /// An element of the list around, the innermost one under 0.
        case element(Int)
    }

    /// What finds a row.
    enum Key: Sendable {
        case text(String)
        case fact(Root, [Int32])
    }
}

/// The readings of one rule: of its `si`, of its other fields, of its text.
struct RuleReadings: Sendable {
    let condition: [FactRoute]
    let fields: [FactRoute]
    let texts: [FactRoute]

    /// How many there are.
    var count: Int { condition.count + fields.count + texts.count }

    /// Resolves the readings of a rule.
    ///
    /// - Returns: nil when one depends on what only Lua knows.
    init?(_ rule: Rule, in regime: Regime, schema: DossierSchema) {
        var resolver = RouteResolver(regime, schema: schema)
        let conditions = rule.fields.filter { $0.name.text == "si" }.map(\.expression)
        let others = rule.fields.filter { $0.name.text != "si" }.map(\.expression)
        guard let condition = resolver.routes(of: conditions),
            let fields = resolver.routes(of: others),
            let texts = resolver.routes(of: rule.template?.placeholders ?? [])
        else { return nil }
        self.condition = condition
        self.fields = fields
        self.texts = texts
    }
}

/// Turns readings into routes.
private struct RouteResolver {
    private let root: RecordSchema
    private let tables: [DataTable]
    private let names: Set<String>
    /// The names of the elements around, outermost first, with their records.
    private var elements: [(name: String, record: RecordSchema?)] = []

    /// A reading that cannot be resolved here.
    private struct Unresolved: Error {}

    private typealias Way = (root: FactRoute.Root, steps: [Int32], type: FactType)

    init(_ regime: Regime, schema: DossierSchema) {
        root = schema.root
        tables = regime.declarations.tables
        names = Set(tables.map(\.name.value)).union([
            "dossier", "collectivite", "expertise", "demande",
        ])
    }

    mutating func routes(of expressions: [Expression]) -> [FactRoute]? {
        let readings = expressions.flatMap { FactReadingCollector($0, roots: names).readings }
        return try? routes(of: readings)
    }

    private mutating func routes(of readings: [FactReading]) throws(Unresolved) -> [FactRoute] {
        var routes: [FactRoute] = []
        for reading in readings {
            switch reading {
            case .chain(let chain):
                if let route = try route(of: chain) { routes.append(route) }
            case .field(_, let name):
                guard let record = elements.last?.record else { throw Unresolved() }
                let step = try self.step(name.text, in: record)
                routes.append(.fact(.element(0), [step.field]))
            case .elements(let list, let variable, let inner):
                guard let way = try way(to: list) else { continue }
                guard case .list(let element) = way.type else { throw Unresolved() }
                elements.append((variable, element.record))
                defer { elements.removeLast() }
                routes.append(.elements(way.root, way.steps, try self.routes(of: inner)))
            }
        }
        return routes
    }

    /// A chain as a route; nil when nothing is shown of it.
    private func route(of chain: Expression) throws(Unresolved) -> FactRoute? {
        if case .field(let base, let column) = chain.kind,
            case .index(let table, let key) = base.kind, case .name(let name) = table.kind,
            let index = tables.firstIndex(where: { $0.name.value == name.text })
        {
            let isText = tables[index].columns.contains { candidate in
                candidate.name == tables[index].key
                    && [.texte, .pays, .nature].contains(candidate.type)
            }
            guard isText else { throw Unresolved() }
            return .cell(table: index, key: try self.key(key), column: column.text)
        }
        // A row by itself is not shown.
        if case .index(let table, _) = chain.kind, case .name(let name) = table.kind,
            tables.contains(where: { $0.name.value == name.text })
        {
            return nil
        }
        return try way(to: chain).map { .fact($0.root, $0.steps) }
    }

    private func key(_ expression: Expression) throws(Unresolved) -> FactRoute.Key {
        if case .string(let literal) = expression.kind { return .text(literal.text) }
        guard let way = try way(to: expression) else { throw Unresolved() }
        return .fact(way.root, way.steps)
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
