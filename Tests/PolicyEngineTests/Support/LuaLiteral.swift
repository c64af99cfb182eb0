// Facts as the Lua literals that the plain form reads.
// SPDX-License-Identifier: MIT

import Labelling

extension Fact {
    /// The fact as a Lua expression; days call the prelude's `jour`.
    var luaLiteral: String {
        switch self {
        case .text(let text): Fact.quoted(text)
        case .integer(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .boolean(let value): value ? "true" : "false"
        case .day(let day): "jour \"\(day.iso)\""
        case .list(let elements): "{ \(elements.map(\.luaLiteral).joined(separator: ", ")) }"
        case .record(let record): record.luaLiteral
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case "\n": "\\n"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}

extension FactRecord {
    /// The record as a Lua table.
    var luaLiteral: String {
        let members = fields.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.luaLiteral)" }
        return "{ \(members.joined(separator: ", ")) }"
    }
}
