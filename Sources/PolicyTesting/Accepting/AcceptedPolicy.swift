// The rules and parameters of the last accepted run, to say what changed since.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// What a policy said when its expected verdicts were last accepted.
///
/// Written as `tests/accepte.json`: each rule's text, each parameter's values, each table's rows.
public struct AcceptedPolicy: Sendable {
    /// Its file, from the folder of tests.
    public static let file = "accepte.json"
    private static let identifier = "sceau/accepte/1"

    /// What each part says, by kind and then by name.
    private let parts: [Kind: [String: String]]

    /// The parts that are compared.
    private enum Kind: String, CaseIterable {
        case regles, parametres, tableaux
    }

    /// Takes what a policy says today.
    public init(_ policy: Policy) {
        var parts: [Kind: [String: String]] = [:]
        for regime in policy.regimes {
            for rule in regime.declarations.rules {
                let source = regime.files[rule.file].source
                let name = "\(regime.id)/\(rule.id.value)"
                parts[.regles, default: [:]][name] = source.text(in: rule.range).onOneLine
            }
            for parameter in regime.declarations.parameters {
                let name = "\(regime.id)/\(parameter.name.value)"
                parts[.parametres, default: [:]][name] = parameter.summary
            }
            for table in regime.declarations.tables {
                parts[.tableaux, default: [:]]["\(regime.id)/\(table.name.value)"] = table.digest
            }
        }
        self.parts = parts
    }

    /// Reads an accepted policy; nil for another text.
    public init?(_ text: SourceText) {
        guard let root = JSONReader.read(text).root, let json = JSONValue(root),
            json["schema"] == .string(AcceptedPolicy.identifier)
        else { return nil }
        var parts: [Kind: [String: String]] = [:]
        for kind in Kind.allCases {
            guard case .object(let members)? = json[kind.rawValue] else { return nil }
            for member in members {
                guard case .string(let value) = member.value else { return nil }
                parts[kind, default: [:]][member.key] = value
            }
        }
        self.parts = parts
    }

    /// The policy as JSON, names in byte order.
    public var jsonValue: JSONValue {
        let members = Kind.allCases.map { kind in
            let names = (parts[kind] ?? [:]).keys.sorted()
            return JSONValue.Member(
                kind.rawValue,
                .object(names.map { .init($0, .string(parts[kind]?[$0] ?? "")) }))
        }
        return .object([.init("schema", .string(AcceptedPolicy.identifier))] + members)
    }

    /// What another policy changes of what a rule says or reads, in French, one a line.
    ///
    /// - Parameters:
    ///   - policy: what the policy says today.
    ///   - rule: the rule; nil for every change.
    ///   - regime: the regime under which it ran; nil for every regime.
    /// - Returns: rules first, then parameters, then tables, each by name.
    public func changes(
        to policy: AcceptedPolicy, behind rule: RuleResult?, under regime: String?
    ) -> [String] {
        Kind.allCases.flatMap { kind -> [String] in
            let (before, after) = (parts[kind] ?? [:], policy.parts[kind] ?? [:])
            return Set(before.keys).union(after.keys).sorted().compactMap { name in
                guard before[name] != after[name], isBehind(kind, name, rule),
                    regime.map({ name.hasPrefix($0 + "/") }) ?? true
                else { return nil }
                return AcceptedPolicy.change(kind, name, before[name], after[name])
            }
        }
    }

    private func isBehind(_ kind: Kind, _ name: String, _ rule: RuleResult?) -> Bool {
        guard let rule else { return true }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        switch kind {
        case .regles: return last == rule.id
        case .parametres: return rule.parametres.contains { $0.name == last }
        case .tableaux:
            let paths = rule.lus.map(\.name) + rule.manquants
            return paths.contains { $0.hasPrefix(last + "[") || $0 == last }
        }
    }

    private static func change(
        _ kind: Kind, _ name: String, _ before: String?, _ after: String?
    ) -> String {
        let (noun, isFeminine) =
            switch kind {
            case .regles: ("règle", true)
            case .parametres: ("paramètre", false)
            case .tableaux: ("tableau", false)
            }
        switch (before, after) {
        case (nil, _):
            return "\(noun) \(name)\u{A0}: \(isFeminine ? "nouvelle" : "nouveau")"
        case (_, nil): return "\(noun) \(name)\u{A0}: retiré\(isFeminine ? "e" : "")"
        case (let before?, let after?):
            if kind == .tableaux { return "tableau \(name)\u{A0}: lignes changées" }
            let (old, new) =
                kind == .regles ? AcceptedPolicy.difference(before, after) : (before, after)
            return "\(noun) \(name)\u{A0}: \(old) → \(new)"
        }
    }

    /// The words in which two texts differ, with two words before and one after.
    private static func difference(_ before: String, _ after: String) -> (String, String) {
        let (old, new) = (before.split(separator: " "), after.split(separator: " "))
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start,
            old[old.count - 1 - end] == new[new.count - 1 - end]
        {
            end += 1
        }
        func around(_ words: [Substring]) -> String {
            let range = max(0, start - 2)..<min(words.count, words.count - end + 1)
            return words[range].joined(separator: " ")
        }
        return (around(old), around(new))
    }
}

extension Parameter {
    /// « 10 depuis le 8 juillet 2020 ; 15 depuis le 1er janvier 2022 ».
    fileprivate var summary: String {
        values.map { dated in
            let since = dated.period.du.map { " depuis le \(French.day($0))" } ?? ""
            let until = dated.period.jusquAu.map { " jusqu’au \(French.day($0))" } ?? ""
            return dated.value.value.french + since + until
        }.joined(separator: " ; ")
    }
}

extension DataTable {
    /// A digest of its rows, cells by column.
    fileprivate var digest: String {
        let lines = rows.map { row in
            columns.map { row.cells[$0.name]?.french ?? "" }.joined(separator: "\t")
        }
        return Fingerprint.of(lines.joined(separator: "\n").utf8)
    }
}

extension Constant {
    /// The constant as a French reader expects it.
    package var french: String {
        switch self {
        case .text(let text): French.quoted(text)
        case .integer(let number): French.number(number)
        case .decimal(let number): French.decimal(number)
        case .boolean(let flag): French.boolean(flag)
        case .day(let day): French.day(day)
        case .list(let elements): elements.map(\.french).joined(separator: ", ")
        }
    }
}
