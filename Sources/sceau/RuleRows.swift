// One rule in a verdict's text: symbol and word, title, reason, and the values that decided.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Writes rules in columns that line up over a whole verdict.
struct RuleRows {
    /// French names of facts.
    let names: FactNames
    private let outcomeColumns = 18
    private let idColumns: Int

    /// Sets the columns wide enough for every rule.
    init(_ rules: [RuleResult], names: FactNames) {
        self.names = names
        idColumns = min(24, rules.map(\.id.displayWidth).max() ?? 0) + 2
    }

    /// The column at which titles and reasons start.
    var textColumn: Int { outcomeColumns + idColumns }

    /// Adds a rule with everything that an officer reads first.
    ///
    /// The subject of the section that the rule stands in goes without saying.
    func add(_ rule: RuleResult, under section: String? = nil, to page: inout TextPage) {
        title(of: rule, under: section, to: &page)
        for line in details(of: rule) { page.note(line, indent: 2 + textColumn) }
    }

    /// Adds the first line: result, identifier, title and subject.
    func title(of rule: RuleResult, under section: String? = nil, to page: inout TextPage) {
        page.item(
            markers(rule.wording, rule.id), Stretch(heading(of: rule, under: section)), indent: 2,
            column: textColumn)
    }

    /// The title and, unless the section goes without saying it, the subject.
    func heading(of rule: RuleResult, under section: String? = nil) -> String {
        rule.titre + (rule.sujet == section ? "" : place(of: rule))
    }

    /// The first two columns of a rule.
    func markers(_ wording: Wording, _ id: String) -> [Stretch] {
        let mark = "\(wording.symbol) \(wording.word)".padded(toColumns: outcomeColumns)
        return [Stretch(mark, wording.ink), Stretch(id.shortened(toColumns: 24))]
    }

    /// « — demande 2 (Mongolie) » for a rule on one element of a list.
    private func place(of rule: RuleResult) -> String {
        guard rule.sujet.contains("[") else { return "" }
        let reading = rule.lus.first { $0.name == rule.sujet + ".pays" }
        guard case .text(let code)? = reading?.value, let name = Country.frenchName(of: code)
        else { return " — \(names.subject(rule.sujet))" }
        return " — \(names.subject(rule.sujet)) (\(name))"
    }

    /// The reason, the values that decided and what is missing, one stretch each.
    func details(of rule: RuleResult) -> [Stretch] {
        reason(of: rule) + readings(of: rule) + missing(of: rule) + source(of: rule)
    }

    /// Where a criterion that does not hold, or is open, comes from.
    private func source(of rule: RuleResult) -> [Stretch] {
        guard rule.kind == .critere, [.nonSatisfaite, .indeterminee].contains(rule.outcome)
        else { return [] }
        return [Stretch("source\u{A0}: \(rule.source)", .faint)]
    }

    /// The reason as a sentence, with what it asks for.
    func reason(of rule: RuleResult) -> [Stretch] {
        // An undetermined rule says what it lacks: the line "il manque" names it in French.
        guard let motif = rule.motif, rule.outcome != .indeterminee else { return [] }
        let secret = rule.isCommunicable ? "" : " [motif non communicable au demandeur]"
        switch (rule.outcome, rule.effect) {
        case (.enErreur, _):
            let place = rule.failedAt.map { "\($0)\u{A0}: " } ?? ""
            return [Stretch("→ \(place)\(motif)", .bad)]
        case (.nonSatisfaite, let effect?):
            return [Stretch("→ \(effect.word). \(motif.sentence)\(secret)", rule.wording.ink)]
        default: return [Stretch("→ \(motif.sentence)\(secret)")]
        }
    }

    /// The values that decided, on one wrapped line.
    ///
    /// Elements of one list share an entry, and cells of one row of a table.
    func readings(of rule: RuleResult) -> [Stretch] {
        var entries: [(name: String, values: [String])] = []
        var places: [String: Int] = [:]
        for reading in rule.lus {
            let (name, value) = entry(for: reading)
            let place = places[name] ?? entries.count
            if place == entries.count {
                entries.append((name, []))
                places[name] = place
            }
            entries[place].values.append(value)
        }
        let facts = entries.map { "\($0.name)\u{A0}: \(shown($0.values.withoutRepeats))" }
        let parameters = rule.parametres.map(\.french)
        let all = facts + parameters
        return all.isEmpty ? [] : [Stretch(all.joined(separator: " · "), .faint)]
    }

    private func entry(for reading: NamedValue) -> (String, String) {
        if let cell = names.cell(reading.name) {
            guard case .text(let text) = reading.value else {
                return (cell.row, "\(cell.column) \(reading.value.shown)")
            }
            return (cell.row, "\(cell.column) \(text.shortened(toColumns: 40))")
        }
        if let row = names.listedRow(reading.name) {
            return ("tableau \(French.quoted(row.table))", row.row)
        }
        return (names.shortName(of: reading.name), names.french(reading, cutAt: 40))
    }

    private func shown(_ values: [String]) -> String {
        guard values.count > 4 else { return values.joined(separator: ", ") }
        return values.prefix(3).joined(separator: ", ") + " et \(values.count - 3) autres"
    }

    /// What the rule could not read, or read as absent.
    func missing(of rule: RuleResult) -> [Stretch] {
        guard !rule.manquants.isEmpty else { return [] }
        let list = French.list(rule.manquants.inNumberOrder.map { names.name(of: $0) })
        switch rule.outcome {
        case .satisfaite, .sansObjet:
            guard rule.isProvisional else { return [] }
            return [Stretch("résultat provisoire, donné sans\u{A0}: \(list)", .open)]
        case .nonSatisfaite, .indeterminee, .enErreur:
            return [Stretch("il manque\u{A0}: \(list)", .open)]
        }
    }
}
