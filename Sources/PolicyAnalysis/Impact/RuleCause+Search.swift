// Why a rule gives another result on the same dossier.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// The calculs of two verdicts, behind which causes are looked for.
struct CalculPairs {
    private let before: [RuleResult]
    private let after: [RuleResult]

    /// Takes those of two verdicts.
    init(_ before: Verdict, _ after: Verdict) {
        self.before = before.calculs
        self.after = after.calculs
    }

    /// A calcul as a rule reads it on a subject; nil unless both verdicts have it.
    fileprivate func pair(
        named name: String, on sujet: String
    ) -> (before: RuleResult, after: RuleResult)? {
        func result(_ results: [RuleResult]) -> RuleResult? {
            let named = results.filter { $0.nom == name }
            return named.first { $0.sujet == sujet } ?? named.first { $0.sujet == "dossier" }
        }
        guard let before = result(before), let after = result(after) else { return nil }
        return (before, after)
    }
}

extension RuleCause {
    /// Every cause that can be told, at least one.
    static func all(
        from before: RuleResult, to after: RuleResult, among calculs: CalculPairs
    ) -> [RuleCause] {
        var causes: [RuleCause] = []
        if before.effect != after.effect {
            causes.append(.effect(before: before.effect, after: after.effect))
        }
        let fields = fields(before, after)
        if !fields.isEmpty { causes.append(.fields(fields)) }
        causes += values(before, after, among: calculs)
        if causes.isEmpty { causes = readings(before, after) }
        if causes.isEmpty { causes = tables(before, after) }
        if before.isClash != after.isClash { causes.append(.otherValidity) }
        if !causes.isEmpty { return causes }
        let isSame =
            before.outcome == after.outcome && before.points == after.points
            && before.valeur == after.valeur && before.isCounted == after.isCounted
        return [isSame && before.motif != after.motif ? .wording : .elsewhere]
    }

    /// The values that differ: parameters, what was read, and what the calculs that were read had of
    /// these.
    private static func values(
        _ before: RuleResult, _ after: RuleResult, among calculs: CalculPairs
    ) -> [RuleCause] {
        let known = readings(before, after)
            .filter { $0.isKnown(missing: before.manquants, after.manquants) }
        var causes = parameters(before, after) + known
        for name in (before.calculs + after.calculs).withoutRepeats {
            guard let pair = calculs.pair(named: name, on: after.sujet),
                pair.before.valeur != pair.after.valeur
            else { continue }
            causes.append(.reading(name, before: pair.before.valeur, after: pair.after.valeur))
            causes += values(pair.before, pair.after, among: calculs)
        }
        return causes.withoutRepeats
    }

    /// Whether a reading differs by itself: known on both sides, or missing on the other one.
    ///
    /// What only one of the results read, because a text of it had to be filled, is a consequence.
    private func isKnown(missing before: [String], _ after: [String]) -> Bool {
        switch self {
        case .reading(let name, nil, _): before.contains(name)
        case .reading(let name, _, nil): after.contains(name)
        default: true
        }
    }

    /// The fields that differ in more than what stands between their words.
    private static func fields(_ before: RuleResult, _ after: RuleResult) -> [String] {
        func texts(_ result: RuleResult) -> [String: String] {
            Dictionary(result.sourceText.map { ($0.field, $0.text) }) { first, _ in first }
        }
        let (former, new) = (texts(before), texts(after))
        let names = (before.sourceText + after.sourceText).map(\.field).withoutRepeats
        let fields = names.filter {
            former[$0] != new[$0] && former[$0].map(words) != new[$0].map(words)
        }
        return fields + (before.rounding == after.rounding ? [] : ["arrondi"])
    }

    /// The words of an expression, without blanks and comments.
    private static func words(of expression: String) -> String {
        let source = SourceText(path: "", text: "return \(expression)")
        guard let chunk = try? LuaParser.parse(source) else { return expression }
        return chunk.words(in: chunk.block.range).text
    }

    private static func parameters(_ before: RuleResult, _ after: RuleResult) -> [RuleCause] {
        let names = (before.parametres + after.parametres).map(\.name).withoutRepeats
        return names.compactMap { name in
            let former = before.parametres.first { $0.name == name }
            let new = after.parametres.first { $0.name == name }
            guard former?.value != new?.value else { return nil }
            return .parameter(name, before: former, after: new)
        }
    }

    private static func readings(_ before: RuleResult, _ after: RuleResult) -> [RuleCause] {
        let values = { (result: RuleResult) in
            Dictionary(result.lus.map { ($0.name, $0.value) }) { first, _ in first }
        }
        let (former, new) = (values(before), values(after))
        let names = (before.lus + after.lus).map(\.name).withoutRepeats
        return names.filter { former[$0] != new[$0] }
            .map { .reading($0, before: former[$0], after: new[$0]) }
    }

    private static func tables(_ before: RuleResult, _ after: RuleResult) -> [RuleCause] {
        after.tables.compactMap { table in
            let former = before.tables.first { $0.name.value == table.name.value }
            guard let former, former.rows != table.rows else { return nil }
            return .table(table.name.value)
        }
    }
}
