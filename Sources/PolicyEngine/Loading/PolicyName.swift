// What a parameter, a table, a calcul or a column may be called.
// SPDX-License-Identifier: MIT

extension String {
    /// Whether it is an ASCII identifier that is no keyword of Lua.
    var isPolicyName: Bool { isASCIIIdentifier && !String.luaKeywords.contains(self) }

    /// Whether it is made of ASCII letters, digits and `_`, no digit first.
    var isASCIIIdentifier: Bool {
        guard let first = utf8.first, !(0x30...0x39).contains(first) else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// What already has this name in every policy, for a French reader; nil when nothing has.
    var policyNameOwner: String? {
        if String.facts.contains(self) { return "d’un fait" }
        if Builtin.named(self) != nil || String.libraries.contains(self) {
            return "d’une fonction"
        }
        let isWord = ConstructKind(rawValue: self) != nil || Effect(rawValue: self) != nil
        return isWord || [PolicyVocabulary.require, "_ENV"].contains(self)
            ? "d’un mot du langage" : nil
    }

    private static let luaKeywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
        "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]

    /// The names that a deferred expression sees whatever the policy.
    private static let facts: Set<String> = [
        "dossier", "collectivite", "expertise", "demande", "decision", "debut",
    ]

    private static let libraries = Set(
        Builtin.all.filter { $0.name.contains(".") }.map { String($0.name.prefix { $0 != "." }) })
}
