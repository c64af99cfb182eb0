// A rule as coverage counts it: once, however many regimes take it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// A rule with the results that it can have.
struct CoveredRule {
    /// Its folder and its identifier.
    let name: String
    /// The rule.
    let rule: Rule
    /// Its file.
    let source: SourceText
    /// The tables of its regime.
    let tables: Set<String>
    /// The results that tests can reach, failure left out.
    let possibleOutcomes: [Outcome]

    /// The rules of every regime, by name.
    static func all(in policy: Policy) -> [String: CoveredRule] {
        var rules: [String: CoveredRule] = [:]
        for regime in policy.regimes {
            for program in policy.rules(of: regime) {
                let rule = program.rule
                let source = regime.files[rule.file].source
                let name = "\(source.path.prefix { $0 != "/" })/\(rule.id.value)"
                guard rules[name] == nil else { continue }
                rules[name] = CoveredRule(
                    name: name, rule: rule, source: source,
                    tables: Set(regime.declarations.tables.map(\.name.value)),
                    possibleOutcomes: PossibleOutcomes(
                        rule, in: regime, policy.schema, isOnList: program.scope != .dossier
                    ).outcomes)
            }
        }
        return rules
    }

    /// The name of the rule of a result.
    static func name(of result: RuleResult) -> String {
        "\(result.writtenAt.prefix { $0 != "/" })/\(result.id)"
    }
}

/// Works out from its text which results a rule can have.
private struct PossibleOutcomes {
    private let rule: Rule
    private let regime: Regime
    private let schema: DossierSchema
    private let isOnList: Bool
    /// What `si` demands to be known: where the rule applies, it is.
    private let guarded: Set<String>

    init(_ rule: Rule, in regime: Regime, _ schema: DossierSchema, isOnList: Bool) {
        self.rule = rule
        self.regime = regime
        self.schema = schema
        self.isOnList = isOnList
        guarded = Set(
            rule.field("si").map { PossibleOutcomes.guards(of: $0.expression) } ?? [])
    }

    var outcomes: [Outcome] {
        let fields = rule.fields.map(\.expression)
        var result: [Outcome] = [.satisfaite]
        if rule.kind == .critere { result.append(.nonSatisfaite) }
        if rule.field("si") != nil || isOnList || seeksFirst(fields) { result.append(.sansObjet) }
        if isOnList || fields.contains(where: mayBeUnknown) { result.append(.indeterminee) }
        return result
    }

    /// The chains that a condition holds only where they are known: `connu(a.b) and …`.
    private static func guards(of condition: Expression) -> [String] {
        switch condition.kind {
        case .binary(.and, let left, let right, _): guards(of: left) + guards(of: right)
        case .parenthesized(let inner): guards(of: inner)
        case .call(let callee, let arguments):
            if case .name(let name) = callee.kind, name.text == "connu" {
                arguments.compactMap(\.chain)
            } else {
                []
            }
        default: []
        }
    }

    /// Whether it is a calcul that ends with nothing when `premier` finds nothing.
    private func seeksFirst(_ fields: [Expression]) -> Bool {
        guard rule.kind == .calcul else { return false }
        var seeks = false
        for field in fields {
            field.forEachExpression { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    case .name(let name) = callee.kind
                else { return }
                if name.text == "premier" && arguments.count == 2 { seeks = true }
            }
        }
        return seeks
    }

    /// Whether an expression reads what may be absent, without looking at absence itself.
    private func mayBeUnknown(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .call(let callee, let arguments):
            if case .name(let name) = callee.kind {
                if ["connu", "renseigne"].contains(name.text) { return false }
                if name.text == "defaut" {
                    return arguments.dropFirst().contains(where: mayBeUnknown)
                }
            }
            return arguments.contains(where: mayBeUnknown)
        case .function(let body):
            var may = false
            body.block.forEachStatement { statement in
                if statement.expressions.contains(where: mayBeUnknown) { may = true }
            }
            return may
        case .name(let name):
            return regime.declarations.rules.contains { $0.nom?.value == name.text }
        case .field, .index: return mayChainBeUnknown(expression)
        default: return expression.children.contains(where: mayBeUnknown)
        }
    }

    private func mayChainBeUnknown(_ expression: Expression) -> Bool {
        if let chain = expression.chain, guarded.contains(chain) { return false }
        var names: [String] = []
        var root = expression
        while true {
            switch root.kind {
            case .field(let base, let name):
                names.insert(name.text, at: 0)
                root = base
                continue
            case .index(let base, let key):
                if mayBeUnknown(key) { return true }
                if case .name(let table) = base.kind { return isKeyed(table.text) }
                root = base
                continue
            default: break
            }
            break
        }
        guard case .name(let name) = root.kind else { return mayBeUnknown(root) }
        switch name.text {
        case "dossier": return isOptional(names)
        case "collectivite": return isOptional(["collectivite"] + names)
        case "expertise", "demande": return true
        default: return false
        }
    }

    private func isKeyed(_ table: String) -> Bool {
        regime.declarations.tables.contains { $0.name.value == table && $0.key != nil }
    }

    private func isOptional(_ names: [String]) -> Bool {
        var record = schema.root
        for name in names {
            guard let field = record.field(named: name) else { return false }
            if !field.isRequired { return true }
            guard case .record(let inner) = field.type else { return false }
            record = inner
        }
        return false
    }
}

extension Expression {
    /// The names of `a.b.c`, joined; nil for anything else.
    fileprivate var chain: String? {
        switch kind {
        case .name(let name): name.text
        case .field(let base, let name): base.chain.map { "\($0).\(name.text)" }
        default: nil
        }
    }
}
