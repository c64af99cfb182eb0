// What a rule's expressions use of the file that they stand in.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine

/// The statements of a policy file between its constructs, and which of them an expression needs.
struct FileNames {
    private let chunk: Chunk
    private let statements: [Preparation]

    /// A statement that prepares data for rules: a local, a helper, a loop.
    private struct Preparation {
        let text: String
        let names: Set<String>
        /// Whether it requires a module.
        let requires: Bool
    }

    /// What an expression depends on within its file.
    struct Use {
        /// The texts of statements and expressions, without comments and spaces.
        var text: String
        /// Every name in them: of facts, parameters, tables, fields and locals alike.
        var names: Set<String>
        /// Whether a statement among them requires a module.
        var requires: Bool

        /// Whether a word stands in it, as a name or within a text.
        func says(_ word: String) -> Bool {
            text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
        }

        /// The columns that are read of a table's rows, all found by one key.
        ///
        /// - Parameters:
        ///   - table: the table.
        ///   - key: the key as it is written, without spaces.
        /// - Returns: nil where the table is used in another way.
        func columns(of table: String, under key: String) -> Set<String>? {
            let words = text.split(whereSeparator: \.isWhitespace)
            var columns: Set<String> = []
            for index in words.indices where words[index] == table {
                let rest = words[(index + 1)...]
                guard rest.first == "[", let end = rest.firstIndex(of: "]"),
                    rest[..<end].dropFirst().joined() == key, end + 2 < words.endIndex,
                    words[end + 1] == "."
                else { return nil }
                columns.insert(String(words[end + 2]))
            }
            return columns
        }

        /// Whether something but a keyed table is looked up by a key that is no plain literal text.
        func computesKeys(but tables: [String]) -> Bool {
            let words = text.split(whereSeparator: \.isWhitespace)
            return words.indices.contains { index in
                guard words[index] == "[", index > 0, index + 1 < words.count else { return false }
                let (base, key) = (words[index - 1], words[index + 1])
                let isConstructor = base == "{" || base == "," || base == ";"
                let isLiteral = key.hasPrefix("\"") || key.hasPrefix("'")
                return !isConstructor && !tables.contains(String(base))
                    && !(isLiteral && !key.contains("\\"))
            }
        }
    }

    /// Reads a file.
    init(_ file: PolicyFile) {
        chunk = file.chunk
        let chunk = file.chunk
        statements = chunk.block.statements.filter { !Construct.isConstruct($0) }.map { statement in
            let words = chunk.words(in: statement.range)
            return Preparation(
                text: words.text, names: words.names, requires: words.names.contains("require"))
        }
    }

    /// What expressions and placeholders of one rule use.
    ///
    /// Statements that share a local with it, directly or through others, all count: one of them may
    /// fill the table that another declares.
    func use(of rule: Rule) -> Use { use(of: rule.fields, rule.template) }

    /// What some expressions of one rule and the placeholders of a text use.
    func use(of fields: [DeferredField], _ template: Template? = nil) -> Use {
        var texts: [String] = []
        var names: Set<String> = []
        for field in fields {
            let words = chunk.words(in: field.expression.range)
            texts.append("\(field.name.text) = \(words.text)")
            names.formUnion(words.names)
        }
        for placeholder in template?.placeholders ?? [] {
            let text = chunk.source.text(in: placeholder.range)
            texts.append("{\(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))}")
            names.formUnion(text.identifiers)
        }
        let locals = self.locals
        var included: Set<Int> = []
        var isGrowing = true
        while isGrowing {
            let shared = names.intersection(locals)
            let found = statements.indices.filter { index in
                !included.contains(index) && !statements[index].names.isDisjoint(with: shared)
            }
            for index in found { names.formUnion(statements[index].names) }
            included.formUnion(found)
            isGrowing = !found.isEmpty
        }
        let used = included.sorted().map { statements[$0] }
        return Use(
            text: (used.map(\.text) + texts.sorted()).joined(separator: "\n"), names: names,
            requires: used.contains(where: \.requires))
    }

    /// The names that the file's own statements declare.
    var locals: Set<String> {
        chunk.block.statements.reduce(into: []) { names, statement in
            switch statement.kind {
            case .local(let declared, _): names.formUnion(declared.map(\.name.text))
            case .localFunction(let name, _): names.insert(name.text)
            default: break
            }
        }
    }
}

extension Chunk {
    /// A stretch of the file with one space between tokens, and the names in it.
    func words(in range: SourceRange) -> (text: String, names: Set<String>) {
        let inside = tokens.filter {
            $0.kind != .end && range.lowerBound <= $0.range.lowerBound
                && $0.range.upperBound <= range.upperBound
        }
        let texts = inside.map { source.text(in: $0.range) }
        // A trailing separator before a closing brace means nothing; `fmt` adds it.
        let words = texts.enumerated().filter { index, word in
            !([",", ";"].contains(word) && index + 1 < texts.count && texts[index + 1] == "}")
        }.map(\.element)
        let names = zip(inside, texts).filter { $0.0.kind == .name }.map(\.1)
        return (words.joined(separator: " "), Set(names))
    }
}

extension String {
    /// The words of a text that could be names.
    fileprivate var identifiers: [String] {
        split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }
}
