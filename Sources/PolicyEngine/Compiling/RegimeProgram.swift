// A regime made ready to run: its rules with their scopes, in an order in which they can run.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

/// What the engine must know of a rule before it runs it.
///
/// A class, because it is looked at for each run and a rule has many parts.
package final class RuleProgram: Sendable {
    /// The rule.
    package let rule: Rule
    /// What it runs on.
    package let scope: RuleScope
    /// The parameters that it names, sorted.
    package let parameters: [String]
    /// The names of the calculs on which its result depends, sorted; its texts' left out.
    let calculs: [String]

    init(rule: Rule, scope: RuleScope, parameters: [String], calculs: [String]) {
        self.rule = rule
        self.scope = scope
        self.parameters = parameters
        self.calculs = calculs
    }
}

/// The rules of a regime, calculs first in the order of their dependencies.
struct RegimeProgram: Sendable {
    /// The regime.
    let regime: Regime
    /// Its rules in source order; a rule's number in Lua is its index here plus 1.
    let rules: [RuleProgram]
    /// Indices of the calculs, each after those that it reads.
    let calculOrder: [Int]

    /// Works out scopes and order.
    ///
    /// - Throws: a diagnostic for each rule on both `expertise` and `demande`, each validity on
    ///   `demande`, and each circle of calculs.
    init(_ regime: Regime) throws(DiagnosticsError) {
        let resolver = ScopeResolver(regime)
        self.regime = regime
        (rules, calculOrder) = try resolver.resolve()
    }

    /// The rules in force on a day in the order in which they run: the calculs first.
    func order(on day: Day) -> [Int] {
        let others = rules.indices.filter { rules[$0].rule.kind != .calcul }
        return (calculOrder + others).filter { rules[$0].rule.period.contains(day) }
    }

    /// A regime whose rules have been worked out before.
    init(regime: Regime, rules: [RuleProgram], calculOrder: [Int]) {
        self.regime = regime
        self.rules = rules
        self.calculOrder = calculOrder
    }
}

/// Follows names from rule to calcul.
private struct ScopeResolver {
    let regime: Regime
    let rules: [Rule]
    let calculByName: [String: Int]

    init(_ regime: Regime) {
        self.regime = regime
        rules = regime.declarations.rules
        calculByName = Dictionary(
            rules.enumerated().compactMap { index, rule in rule.nom.map { ($0.value, index) } },
            uniquingKeysWith: { first, _ in first })
    }

    func resolve() throws(DiagnosticsError) -> ([RuleProgram], [Int]) {
        let (order, circles) = orderCalculs()
        guard circles.isEmpty else { throw DiagnosticsError(circles) }
        var scopes: [Int: RuleScope] = [:]
        var findings: [Diagnostic] = []
        for index in order + rules.indices.filter({ rules[$0].nom == nil }) {
            let inherited = calculs(of: index).compactMap { scopes[$0] }
            let found = Set(inherited + ownScopes(of: index)).subtracting([.dossier])
            if found.count > 1 { findings.append(bothScopes(index)) }
            let scope = found.first ?? .dossier
            if scope == .demande && rules[index].kind == .validite {
                findings.append(validityOnRequest(index))
            }
            scopes[index] = scope
        }
        guard findings.isEmpty else { throw DiagnosticsError(findings) }
        let programs = rules.indices.map { index in
            RuleProgram(
                rule: rules[index], scope: scopes[index] ?? .dossier,
                parameters: regime.declarations.parameters.map(\.name.value)
                    .filter { rules[index].names.contains($0) }.sorted(),
                calculs: rules[index].decidingNames.mentions.keys
                    .filter { calculByName[$0] != nil }.sorted())
        }
        return (programs, order)
    }

    private func ownScopes(of index: Int) -> [RuleScope] {
        [RuleScope.expertise, .demande].filter { rules[index].names.contains($0.rawValue) }
    }

    private func calculs(of index: Int) -> [Int] {
        rules[index].names.mentions.keys.compactMap { calculByName[$0] }.sorted()
    }

    /// Depth-first order; a calcul met while it is being visited closes a circle.
    private func orderCalculs() -> (order: [Int], circles: [Diagnostic]) {
        var order: [Int] = []
        var finished: Set<Int> = []
        var circles: [Diagnostic] = []
        func visit(_ index: Int, path: [Int]) {
            if let start = path.firstIndex(of: index) {
                circles.append(circle(Array(path[start...])))
                return
            }
            guard !finished.contains(index) else { return }
            for next in calculs(of: index) { visit(next, path: path + [index]) }
            if finished.insert(index).inserted { order.append(index) }
        }
        for index in rules.indices where rules[index].nom != nil { visit(index, path: []) }
        return (order, circles)
    }

    private func location(_ index: Int) -> Diagnostic.Location {
        let rule = rules[index]
        return Diagnostic.Location(rule.id.range, in: regime.files[rule.file].source)
    }

    private func bothScopes(_ index: Int) -> Diagnostic {
        .bothScopes(rule: rules[index].id.value, at: location(index))
    }

    private func validityOnRequest(_ index: Int) -> Diagnostic {
        .validityOnRequest(rule: rules[index].id.value, at: location(index))
    }

    private func circle(_ path: [Int]) -> Diagnostic {
        let names = path.compactMap { rules[$0].nom?.value }
        return .calculCircle(names + names.prefix(1), at: location(path[0]))
    }
}
