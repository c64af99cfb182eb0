// How much text the rules of a regime can bring to a verdict, told before they run.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax

/// Upper bounds of the texts that runs of the direct form show, from the rules' own text.
struct TextBounds {
    /// What the rules of each scope may read: on the dossier, on an expertise, on a request.
    private let scopes: [(scope: RuleScope, bound: ScopeBound)]
    /// The bytes of the longest text in a cell, and of the longest path.
    private let longestCell, longestPath: Int
    /// How many values a text of a rule shows at most.
    private let mostPlaceholders: Int

    /// Judges the rules of a regime.
    init(_ program: RegimeProgram, keys: KeyNumbers) {
        let declarations = program.regime.declarations
        let rows = Set(
            declarations.tables.map(\.name.value) + declarations.rules.compactMap(\.nom?.value))
        let rules = program.rules.map { RuleBound($0, rows: rows) }
        scopes = [RuleScope.dossier, .expertise, .demande].map { scope in
            (scope, ScopeBound(rules.filter { $0.scope == scope }))
        }
        var longestCell = 0
        for table in declarations.tables {
            for row in table.rows {
                for cell in row.cells.values { longestCell = max(longestCell, cell.textBytes) }
            }
        }
        self.longestCell = longestCell
        mostPlaceholders =
            declarations.rules.compactMap { $0.template?.placeholders.count }.max() ?? 0
        let longestName = keys.names.map(\.utf8.count).max() ?? 0
        longestPath = TextBounds.names * (longestName + TextBounds.placeBytes)
    }

    /// Whether all runs on a dossier surely bring less text than a verdict, and each of its texts,
    /// may hold.
    ///
    /// - Parameters:
    ///   - all: the bytes of all texts of the dossier that they run on, or more.
    ///   - longestText: the bytes of its longest text, but for those of closed lists.
    ///   - count: how many subjects a rule of a scope has.
    /// - Returns: false where that is not sure.
    func hold(allTexts all: Int, longestText: Int, count: (RuleScope) -> Int) -> Bool {
        let longest = max(longestText, longestCell, TextBounds.closedBytes)
        guard mostPlaceholders * longest <= TextBounds.mostOfText else { return false }
        var total = TextBounds.mostMade
        for (scope, bound) in scopes {
            let read = bound.readings * (longest + longestPath) + bound.openRules * all
            let cells = bound.rulesOnRows * TextBounds.mostCells * (longestCell + longestPath)
            total += count(scope) * (read + cells + bound.calculs * TextBounds.mostOfCalcul)
        }
        return total < RuleRunner.mostTextBytes
    }

    /// The cells that a run of the direct form can read within its budget.
    private static let mostCells = 100
    /// The bytes of the texts that rules make, which the direct form bounds.
    private static let mostMade = 1 << 20
    /// The bytes of values that one text may show.
    private static let mostOfText = 1 << 16
    /// The bytes at most of a text of a closed list, a country's name, a number or a day.
    static let closedBytes = 100
    /// The bytes of the text that a calcul gives, which the direct form bounds.
    private static let mostOfCalcul = 1 << 16
    /// How many names a path holds at most, and the bytes of a place or a row's key beside each.
    private static let names = 4
    private static let placeBytes = 24
}

/// What the texts of the rules of one scope tell of their runs on one subject.
private struct ScopeBound {
    /// How many facts and cells are read by rules of which the text tells.
    let readings: Int
    /// How many rules may read any fact, and how many of these the rows of a table.
    let openRules, rulesOnRows: Int
    /// How many rules may give a text.
    let calculs: Int

    init(_ rules: [RuleBound]) {
        let open = rules.filter { $0.readings == nil }
        readings = rules.compactMap(\.readings).reduce(0, +)
        openRules = open.count
        rulesOnRows = open.count(where: \.readsCells)
        calculs = rules.count(where: \.makesText)
    }
}

/// What the text of one rule tells of its runs.
private struct RuleBound {
    let scope: RuleScope
    /// How many facts and cells a run reads at most; nil when the text does not tell.
    let readings: Int?
    /// Whether a run may read the rows of a table.
    let readsCells: Bool
    /// Whether what it gives may be a text.
    let makesText: Bool

    /// The functions under which a run reads more than one fact for each that its text names, or
    /// shows what is no fact.
    private static let open: Set<String> = [
        "existe", "tous", "compte", "somme", "premier", "defaut",
    ]

    /// Judges a rule; `rows` are the names under which rows of tables may be found.
    init(_ program: RuleProgram, rows: Set<String>) {
        let expressions = program.rule.expressions
        scope = program.scope
        makesText = program.rule.kind == .calcul
        readsCells = program.rule.names.mentions.keys.contains(where: rows.contains)
        var count = 0
        var isTold = true
        for expression in expressions {
            expression.forEachExpression { inner in
                switch inner.kind {
                case .field, .index: count += 1
                case .call(let callee, _): isTold = isTold && RuleBound.isTold(callee)
                case .methodCall, .function, .table: isTold = false
                default: break
                }
            }
        }
        readings = isTold ? count : nil
    }

    /// Whether a call reads no more than its arguments name.
    private static func isTold(_ callee: Expression) -> Bool {
        switch callee.kind {
        case .name(let name): Builtin.named(name.text) != nil && !open.contains(name.text)
        case .field(let base, let name):
            if case .name(let library) = base.kind {
                Builtin.named("\(library.text).\(name.text)") != nil
            } else {
                false
            }
        default: false
        }
    }
}

extension Constant {
    fileprivate var textBytes: Int {
        if case .text(let text) = self { text.utf8.count } else { 0 }
    }
}
