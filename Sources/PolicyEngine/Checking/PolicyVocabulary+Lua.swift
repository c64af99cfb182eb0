// The words that are the same in every regime: constructs, libraries, Lua's other functions.
// SPDX-License-Identifier: MIT

import LuaSyntax

extension PolicyVocabulary {
    /// The constructs, which only stand alone at the level of a file.
    static let constructs = Set(ConstructKind.allCases.map(\.rawValue))

    /// What takes the table of a module, in a `local` at the level of a file.
    static let require = "require"

    /// What `sinon` of a criterion begins with.
    static let effects: Set<String> = ["refus", "examen", "piece"]

    /// French words and what Lua writes for them.
    static let frenchWords = [
        "vrai": "true", "faux": "false", "et": "and", "ou": "or", "non": "not", "nul": "nil",
    ]

    /// Whether an argument of a function, from 0, goes into a text, whatever its result is for: the
    /// message of a failure, an assumption, and a day, pattern or format that a message may show do;
    /// those of a question or a count do not; nil where it depends on that.
    static func quotesArgument(_ index: Int, of builtin: String) -> Bool? {
        switch builtin {
        case "error", "jour": true
        case "assert", "defaut", "string.find", "string.match", "string.gmatch", "string.gsub":
            index == 1 ? true : nil
        case "string.format": index == 0 ? true : nil
        case _ where questions.contains(builtin): false
        default: nil
        }
    }

    /// The functions that ask something of their arguments or count them.
    static let questions: Set<String> = [
        "connu", "renseigne", "nombre", "existe", "tous", "compte", "contient", "commence_par",
        "parmi", "entre",
    ]

    /// The libraries of functions that policies may call.
    static let libraries: Set<String> = Set(
        Builtin.all.map(\.name).filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) })

    /// Names of stock Lua that policies do not have.
    static let absentNames: Set<String> = Set([
        "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load",
        "loadfile", "loadstring", "module", "next", "os", "package", "pcall", "print", "rawequal",
        "rawget", "rawlen", "rawset", "select", "setmetatable", "type", "unpack", "warn", "xpcall",
        "_G", "_VERSION",
    ]).filter { Builtin.named($0) == nil }

    /// Functions of stock Lua's libraries that policies do not have.
    static let absentMembers: Set<String> = [
        "string.byte", "string.char", "string.dump", "string.lower", "string.pack",
        "string.packsize", "string.reverse", "string.unpack", "string.upper", "table.move",
        "table.pack", "math.acos", "math.asin", "math.atan", "math.cos", "math.deg", "math.exp",
        "math.log", "math.modf", "math.rad", "math.random", "math.randomseed", "math.sin",
        "math.tan", "math.type", "math.ult", "utf8.codes", "utf8.offset",
    ]

    /// What a policy has in place of a function of stock Lua.
    static let replacements = [
        "string.byte": "utf8.codepoint", "string.char": "utf8.char",
        "string.lower": "minuscules", "string.upper": "majuscules", "unpack": "table.unpack",
        "utf8.offset": "extrait",
    ]

    /// What to do instead of a function of stock Lua, when it is not to call another.
    static let remedies = [
        "next": "pour savoir si une liste est vide, écrivez « nombre(liste) == 0 »",
        "print": "un texte se montre par un « motif » ou un « signalement »",
        "select": "nommez chaque argument",
        "table.pack": "écrivez « { a, b } »",
        "type": "pour savoir si un renseignement est au dossier, écrivez « connu(x) »",
        "utf8.codes": "écrivez « for c in string.gmatch(texte, utf8.charpattern) do »",
    ]

    /// The functions that give nothing, Lua's `nil`, when there is nothing to give.
    static let givingNothing: Set<String> = [
        "string.find", "string.match", "math.tointeger", "table.remove", "tonumber",
    ]

    /// The functions that may give several values.
    static let givingSeveral: Set<String> = [
        "assert", "string.find", "string.match", "string.gsub", "table.unpack", "utf8.codepoint",
    ]

    /// Names of functions without a library, to propose.
    static let plainFunctions: [String] = Builtin.all.map(\.name).filter { !$0.contains(".") }

    /// The call that a construct is, when a statement of a file's own level is one.
    static func construct(of statement: Statement) -> Expression? {
        guard case .call(let call) = statement.kind, let callee = call.calledName,
            constructs.contains(callee.text)
        else { return nil }
        return call
    }
}

extension Expression {
    /// Whether it is a call of a function that gives nothing when there is nothing to give.
    var mayGiveNothing: Bool {
        guard case .call(let callee, _) = bare.kind else { return false }
        switch callee.kind {
        case .name(let name): return PolicyVocabulary.givingNothing.contains(name.text)
        case .field(let base, let name):
            guard case .name(let library) = base.kind else { return false }
            return PolicyVocabulary.givingNothing.contains("\(library.text).\(name.text)")
        default: return false
        }
    }
}
