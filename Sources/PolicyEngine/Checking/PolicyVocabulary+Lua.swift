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

    /// The libraries of functions that policies may call.
    static let libraries: Set<String> = Set(
        Builtin.all.map(\.name).filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) })

    /// Names of stock Lua that policies do not have.
    static let absentNames: Set<String> = Set([
        "assert", "collectgarbage", "coroutine", "debug", "dofile", "getmetatable", "io", "load",
        "loadfile", "loadstring", "module", "next", "os", "package", "pcall", "print", "rawequal",
        "rawget", "rawlen", "rawset", "select", "setmetatable", "type", "unpack", "utf8", "warn",
        "xpcall", "_G", "_VERSION",
    ]).filter { Builtin.named($0) == nil }

    /// Functions of stock Lua's libraries that policies do not have.
    static let absentMembers: Set<String> = Set([
        "string.byte", "string.char", "string.dump", "string.find", "string.format",
        "string.gmatch", "string.gsub", "string.len", "string.lower", "string.match",
        "string.pack", "string.packsize", "string.rep", "string.reverse", "string.sub",
        "string.unpack", "string.upper", "table.concat", "table.insert", "table.move",
        "table.pack", "table.remove", "table.sort", "table.unpack", "math.abs", "math.acos",
        "math.asin", "math.atan", "math.ceil", "math.cos", "math.deg", "math.exp", "math.floor",
        "math.fmod", "math.huge", "math.log", "math.max", "math.maxinteger", "math.min",
        "math.mininteger", "math.modf", "math.pi", "math.rad", "math.random", "math.randomseed",
        "math.sin", "math.sqrt", "math.tan", "math.tointeger", "math.type", "math.ult",
    ]).filter { Builtin.named($0) == nil }

    /// What a policy has in place of a function of stock Lua.
    static let replacements = [
        "string.find": "contient", "string.match": "contient", "string.lower": "minuscules",
        "string.upper": "majuscules", "string.format": "tostring", "select": "si_sinon",
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
