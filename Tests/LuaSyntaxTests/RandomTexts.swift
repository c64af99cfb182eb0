// Random texts of nested expressions, and random space and comments between their tokens.
// SPDX-License-Identifier: MIT

import Diagnostics

@testable import LuaSyntax

/// Makes statements whose expressions nest tables, calls, functions and operators, with names of
/// all lengths, so that some lines fit and others do not.
struct RandomTexts {
    var random: SplitMix64

    /// One text, on one line.
    mutating func next() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in statement(depth: 4) }
            .joined(separator: " ")
    }

    private mutating func statement(depth: Int) -> String {
        let value = expression(depth: depth)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return "local \(name()), k <const> = \(value), \(expression(depth: 1))"
        case 1: return "local function \(name())(\(name()), ...) \(block(depth: depth)) end"
        case 2: return "if \(value) then \(block(depth: depth)) end"
        case 3: return "if \(name()) then elseif \(value) then \(block(depth: depth)) else end"
        case 4: return "for i = 1, \(value) do \(block(depth: depth)) end"
        case 5: return "repeat \(block(depth: depth)) until \(value)"
        case 6: return "\(name()) = \(value); (\(name()))()"
        case 7: return "while \(value) do \(block(depth: depth)) ; end"
        case 8: return "\(name())[ \(value) ] = \(expression(depth: 1));"
        default: return "\(name()) \(string()) \(table(depth: depth))"
        }
    }

    private mutating func block(depth: Int) -> String {
        guard depth > 0 else { return "" }
        let count = Int.random(in: 0...2, using: &random)
        return (0..<count).map { _ in statement(depth: depth - 2) }.joined(separator: " ")
            + pick(["", "", " return \(expression(depth: 1))"])
    }

    private mutating func expression(depth: Int) -> String {
        guard depth > 0 else { return pick([name(), string(), "1", "nil", "a.b", "..."]) }
        let inner = expression(depth: depth - 1)
        let other = expression(depth: depth - 1)
        switch Int.random(in: 0..<14, using: &random) {
        case 0...3: return "(\(inner)) \(operation()) \(other)"
        case 4: return "\(pick(["-", "not ", "#", "- -", "~"]))(\(inner))"
        case 5: return "\(name())(\(inner), \(other))"
        case 6: return "\(name()):\(name())(\(inner))"
        case 7: return "\(name())[ \(inner) ]"
        case 8: return "function(\(name()), ...) \(block(depth: depth - 1)) end"
        case 9: return "\(name())(\(name()), \(table(depth: depth - 1)))"
        case 10...11: return table(depth: depth - 1)
        case 12: return "a \(operation()) b \(operation()) \(name())"
        default: return inner
        }
    }

    private mutating func table(depth: Int) -> String {
        let fields = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let value = expression(depth: depth)
            return pick([value, "\(name()) = \(value)", "[ \(string()) ] = \(value)"])
        }
        return "{ \(fields.joined(separator: pick([", ", "; "]))) "
            + (fields.isEmpty ? "" : pick(["", ",", ";"])) + "}"
    }

    private mutating func name() -> String {
        pick(["a", "bb", "nature_du_demandeur", "seuil_presence", "une_fonction_au_nom_tres_long"])
    }

    private mutating func string() -> String {
        pick(["'é'", "\"\"", "[[x]]", "[=[\n]]\n]=]", "'une phrase assez longue pour compter'"])
    }

    private mutating func operation() -> String {
        pick(["and", "or", "and", "or", "..", "+", "-", "==", "<", "^", "//", "&", "~"])
    }

    private mutating func pick(_ list: [String]) -> String {
        list[Int.random(in: 0..<list.count, using: &random)]
    }
}

/// Puts other space and comments between the tokens of texts.
struct Scatter {
    /// What is put there.
    enum Filling: CaseIterable {
        case spaces, lines, comments

        fileprivate var pieces: [String] {
            switch self {
            case .spaces: [" "]
            case .lines: [" ", " ", " ", " ", " ", "\t ", "\n", "\r\n", "\n \n\n"]
            case .comments:
                [" ", " ", " ", " ", " ", " ", " ", " ", "\n", "\r\n\r\n"] + [
                    " --[[#]] ", " -- #  \n", "\n-- #\r\n", "\n\n--[==[ ]] # ]==]", "\n  --# é\n\n",
                    " --[[\n#\r\n]]", " --[[#]]--[=[#]=]\n", "\n ---[[ #\n--[ #\n\n\n", " --\n",
                ]
            }
        }
    }

    let filling: Filling
    var random: SplitMix64
    private var count = 0

    init(_ filling: Filling, random: SplitMix64) {
        self.filling = filling
        self.random = random
    }

    /// A text with the same tokens; its comments are numbered.
    mutating func scattered(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        for (index, token) in Lexer.lex(SourceText(path: "a.lua", bytes: bytes)).tokens.enumerated()
        {
            if index == 0, text.hasPrefix("#") {
                result += String(decoding: bytes[..<token.range.lowerBound], as: UTF8.self)
            }
            result += filler() + String(decoding: bytes[token.range], as: UTF8.self)
        }
        return result
    }

    private mutating func filler() -> String {
        let pieces = filling.pieces
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        count += 1
        return piece.replacing("#", with: "\(count)")
    }
}
