// A case that is proposed, and the way in which test files write it.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
import PolicyEngine

/// A case that covers what no other one does.
public struct SuggestedCase: Sendable {
    /// Its name.
    public let name: String
    /// The dossier.
    public let dossier: JSONValue
    /// The decision day.
    public let decisionDay: Day
    /// What it covers, in French.
    public let purposes: [String]
    /// The optional folders that are turned on, sorted.
    let options: [String]
    /// What the policy says of it today.
    let expectations: [(facet: Facet, value: FacetValue)]

    /// The case as a test file holds it, before it is laid out.
    func lua(_ schema: DossierSchema) -> String {
        var lines = ["cas \(name.luaLiteral) {"]
        lines += purposes.map { "-- \($0.onOneLine)" }
        lines.append("dossier = \(dossier.lua(as: .record(schema.root))),")
        lines.append("le = \(decisionDay.lua),")
        if !options.isEmpty {
            let names = options.map(\.luaLiteral).joined(separator: ", ")
            lines.append("options = { \(names) },")
        }
        lines.append("attend = {")
        lines += entries.map { "\($0)," }
        return (lines + ["},", "}"]).joined(separator: "\n")
    }

    /// The entries of `attend`: facets of one family stand in one table.
    private var entries: [String] {
        var families: [(name: String, entries: [String])] = []
        for (facet, value) in expectations {
            guard let text = value.lua else { continue }
            let parts = facet.name.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                families.append((facet.name, [text]))
                continue
            }
            let entry = "\(parts[1].luaKey) = \(text)"
            if let index = families.firstIndex(where: { $0.name == parts[0] }) {
                families[index].entries.append(entry)
            } else {
                families.append((parts[0], [entry]))
            }
        }
        let single = Set(expectations.map(\.facet.name))
        return families.map { name, entries in
            single.contains(name)
                ? "\(name) = \(entries.joined())"
                : "\(name) = { \(entries.joined(separator: ", ")) }"
        }
    }
}

extension JSONValue {
    /// The value as a Lua table; days of the schema are written as such, the mark of the schema is
    /// left out.
    fileprivate func lua(as type: FactType?) -> String {
        switch self {
        case .null: "nil"
        case .boolean(let flag): flag ? "true" : "false"
        case .integer, .number: encoded()
        case .string(let text):
            if case .day? = type, let day = Day(iso: text) { day.lua } else { text.luaLiteral }
        case .array(let elements):
            "{ "
                + elements.map { element in
                    if case .list(let inner)? = type {
                        element.lua(as: inner)
                    } else {
                        element.lua(as: nil)
                    }
                }.joined(separator: ", ") + " }"
        case .object(let members):
            "{ "
                + members.filter { $0.key != "schema" }.map { member in
                    var inner: FactType?
                    if case .record(let record)? = type {
                        inner = record.field(named: member.key)?.type
                    }
                    return "\(member.key.luaKey) = \(member.value.lua(as: inner))"
                }.joined(separator: ", ") + " }"
        }
    }
}

extension FacetValue {
    /// The value as test files write it; nil for one that they cannot.
    fileprivate var lua: String? {
        switch self {
        case .one(let value): return value.lua
        case .several(let values):
            let texts = values.compactMap(\.lua)
            guard texts.count == values.count else { return nil }
            return Set(texts).count == 1 && self.isPerSubject
                ? texts[0] : "{ \(texts.joined(separator: ", ")) }"
        }
    }

    /// Whether one value may stand for all: it does for words of results and for days.
    private var isPerSubject: Bool {
        elements.allSatisfy { value in
            switch value {
            case .day: true
            case .text(let word):
                Outcome(rawValue: word) != nil
                    || [Verdict.noValidity, Verdict.notInForce].contains(word)
            default: false
            }
        }
    }
}

extension ShownValue {
    fileprivate var lua: String? {
        switch self {
        case .text(let text): text.luaLiteral
        case .integer(let number): String(number)
        case .decimal(let number): number.isFinite ? "\(number)" : nil
        case .boolean(let flag): flag ? "true" : "false"
        case .day(let day): day.lua
        case .months, .days, .list, .opaque: nil
        }
    }
}

extension Day {
    fileprivate var lua: String { "jour \(iso.luaLiteral)" }
}

extension String {
    /// The text between quotes, as Lua reads it.
    var luaLiteral: String {
        let escaped = unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case _ where scalar.value < 32 || scalar.value == 127:
                "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// The text as the key of a table.
    fileprivate var luaKey: String {
        let isName =
            first?.isNumber == false
            && utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        return isName ? self : "[\(luaLiteral)]"
    }
}
