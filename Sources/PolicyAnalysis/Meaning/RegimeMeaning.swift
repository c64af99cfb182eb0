// What the results of each rule of a regime depend on, as texts that can be compared.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// The rules of a regime with all that may change what they give.
///
/// Two rules whose meanings are one text give the same results on the same dossier. Two texts may
/// still mean the same.
struct RegimeMeaning {
    /// The regime.
    let regime: Regime
    /// Its rules, by index.
    let rules: [RuleProgram]
    /// What each rule uses of its file.
    private let uses: [FileNames.Use]
    private let files: [FileNames]
    private let modules: String
    private let facts: String

    /// Reads the rules of a regime.
    init(_ policy: Policy, _ regime: Regime) {
        self.regime = regime
        rules = policy.rules(of: regime)
        let files = regime.files.map(FileNames.init)
        self.files = files
        uses = rules.map { files[$0.rule.file].use(of: $0.rule) }
        modules = regime.files.filter(\.isModule)
            .map { $0.source.text(in: 0..<$0.source.bytes.count) }.joined(separator: "\n")
        let complements = policy.schema.root.field(named: "complements")?.type.record?.fields
        facts = (complements ?? []).map { "\($0.name): \($0.type.word)" }.sorted()
            .joined(separator: "\n")
    }

    /// Whether a rule or a calcul that it reads may look at the filing day.
    func readsFilingDay(_ rule: Int) -> Bool { mayRead(rule, "depose_le") }

    /// Whether a rule or a calcul that it reads may look at the decision day.
    func readsDecisionDay(_ rule: Int) -> Bool { mayRead(rule, "decision") }

    /// The rules that may look at whether a fact is there, by index.
    var absenceRules: Set<Int> {
        Set(
            rules.indices.filter { rule in
                ["connu", "renseigne", "defaut"].contains { mayRead(rule, $0) }
            })
    }

    /// Whether a rule, a text of it or a calcul that it reads may look at what bears a name.
    ///
    /// A name that stands in a text counts, and so does every one where a key is computed or a module
    /// is required.
    func mayRead(_ rule: Int, _ name: String) -> Bool {
        let use = uses[rule]
        let keyed = regime.declarations.tables.filter { $0.key != nil }.map(\.name.value)
        return use.requires || use.says(name) || use.computesKeys(but: keyed)
            || calculs(of: rule).contains { mayRead($0, name) }
    }

    /// The columns that a rule reads of a table's rows for its own request's country.
    ///
    /// Nil where it uses the table in another way, or through a calcul.
    func columns(of table: String, readBy rule: Int) -> Set<String>? {
        guard rules[rule].scope == .demande, !uses[rule].requires,
            !calculs(of: rule).contains(where: { mayRead($0, table) })
        else { return nil }
        return uses[rule].columns(of: table, under: "demande.pays")
    }

    /// The tables that a rule, or a calcul that it reads, names.
    func tables(of rule: Int) -> [DataTable] {
        let names = names(of: rule)
        return regime.declarations.tables.filter { names.contains($0.name.value) }
    }

    /// Whether a rule's text alone names a table, and nothing that decides.
    func quotes(_ table: String, _ rule: Int) -> Bool {
        let fields = files[rules[rule].rule.file].use(of: rules[rule].rule.fields).names
        let deciding = calculs(of: rule)
            .filter { rules[$0].rule.nom.map { fields.contains($0.value) } ?? false }
        return !deciding.reduce(into: fields) { $0.formUnion(names(of: $1)) }.contains(table)
    }

    /// The rule of an identifier, by index; nil when there is none.
    func index(of id: String) -> Int? { rules.firstIndex { $0.rule.id.value == id } }

    /// The names in a rule and in the calculs that it reads.
    func names(of rule: Int) -> Set<String> {
        calculs(of: rule).reduce(into: uses[rule].names) { $0.formUnion(names(of: $1)) }
    }

    private func calculs(of rule: Int) -> [Int] {
        rules.indices.filter { index in
            index != rule
                && rules[index].rule.nom.map { uses[rule].names.contains($0.value) }
                    ?? false
        }
    }

    /// A text that is the same on days on which a rule gives the same: its meaning, and the day itself
    /// where it may look at a day; nil when it is not in force.
    func mark(of rule: Int, on day: Day) -> String? {
        guard let meaning = meaning(of: rule, on: day) else { return nil }
        let isDated = readsFilingDay(rule) || readsDecisionDay(rule)
        return "\(rule)\u{0}\(meaning)\u{0}\(isDated ? day.iso : "")"
    }

    /// What a rule's results depend on while what is in force on a day stays so; nil when it is not
    /// in force itself.
    func meaning(of rule: Int, on day: Day) -> String? {
        let program = rules[rule]
        guard program.rule.period.contains(day) else { return nil }
        let head = [
            "\(program.rule.kind.rawValue) \(program.scope.rawValue)",
            program.rule.effect?.rawValue ?? "",
        ]
        return (head + parts(of: uses[rule], in: rule, on: day)).joined(separator: "\n\n")
    }

    /// What the numbers, days or value that a rule gives where it applies depend on; a text that is
    /// the same where they surely are.
    func valueMeaning(of rule: Int, on day: Day) -> String {
        let values = rules[rule].rule.fields.filter {
            RegimeMeaning.valueFields.contains($0.name.text)
        }
        guard !values.isEmpty else { return "" }
        let use = files[rules[rule].rule.file].use(of: values)
        return ([rules[rule].scope.rawValue] + parts(of: use, in: rule, on: day))
            .joined(separator: "\n\n")
    }

    /// A rule's expressions and the statements of its file that they need, without comments and spaces.
    func expressions(of rule: Int) -> String {
        files[rules[rule].rule.file].use(of: rules[rule].rule.fields).text
    }

    /// What a rule's text depends on; a text that is the same where the rule's surely is.
    func textMeaning(of rule: Int, on day: Day) -> String {
        guard let template = rules[rule].rule.template else { return "" }
        let pieces = template.pieces.map { piece in
            if case .text(let text) = piece { "\"\(text)" } else { "{}" }
        }
        guard !template.placeholders.isEmpty else { return pieces.joined() }
        let use = files[rules[rule].rule.file].use(of: [], template)
        return (pieces + [rules[rule].scope.rawValue] + parts(of: use, in: rule, on: day))
            .joined(separator: "\n\n")
    }

    /// The fields that give what a rule brings, where it applies.
    static let valueFields: Set<String> = ["points", "debut", "fin", "valeur"]

    private func parts(of use: FileNames.Use, in rule: Int, on day: Day) -> [String] {
        let program = rules[rule]
        var parts = [program.rule.rounding.map { "\($0)" } ?? "", use.text]
        if use.requires { parts.append(modules) }
        if use.names.contains("complements") { parts.append(facts) }
        for parameter in regime.declarations.parameters
        where program.parameters.contains(parameter.name.value)
            && (use.requires || use.names.contains(parameter.name.value))
        {
            let value = parameter.value(on: day).map { "\($0.value.value)" } ?? "-"
            parts.append("\(parameter.name.value) = \(value)")
        }
        for table in regime.declarations.tables where use.names.contains(table.name.value) {
            parts.append(table.content(on: day))
        }
        parts += calculs(of: rule)
            .filter { rules[$0].rule.nom.map { use.names.contains($0.value) } ?? false }
            .map { index in
                "\(rules[index].rule.nom?.value ?? ""): \(meaning(of: index, on: day) ?? "-")"
            }
        return parts
    }

    /// The name of a calcul as a rule, by index; nil when none bears it.
    func calcul(named name: String) -> Int? {
        rules.firstIndex { $0.rule.nom?.value == name }
    }

    /// The names that the statements of a rule's own file declare.
    func locals(around rule: Int) -> Set<String> { files[rules[rule].rule.file].locals }
}

extension DataTable {
    /// Its columns and the rows in force on a day.
    fileprivate func content(on day: Day) -> String {
        let head = "\(name.value) \(key ?? "-") \(isComplete) \(columns)"
        let lines = rows.filter { $0.period.contains(day) }.map { row in
            row.cells.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
                .joined(separator: "; ")
        }
        return ([head] + (key == nil ? lines : lines.sorted())).joined(separator: "\n")
    }
}

extension FactType {
    /// The type with the values of a closed list.
    fileprivate var word: String {
        switch self {
        case .closed(let list): list.values.joined(separator: "|")
        case .list(let element): "[\(element.word)]"
        case .record(let record):
            "{\(record.fields.map { "\($0.name): \($0.type.word)" }.joined(separator: ", "))}"
        case .text: "texte"
        case .country: "pays"
        case .identifier(let kind): kind.rawValue
        case .integer: "entier"
        case .decimal: "nombre"
        case .boolean: "booleen"
        case .day: "jour"
        }
    }
}
