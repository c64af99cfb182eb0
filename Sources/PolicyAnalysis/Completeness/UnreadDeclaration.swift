// Tables and facts that a policy declares and that none of its rules reads.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
public import PolicyEngine

/// A table (`donnees`) or a fact (`champ`) whose name stands in no file of any regime that has it.
public struct UnreadDeclaration: Hashable, Sendable {
    /// Which construct declares it.
    public enum Kind: String, Sendable, CaseIterable {
        case donnees, champ
    }

    /// Which construct declares it.
    public let kind: Kind
    /// The table's name, or the fact's path.
    public let name: String
    /// The file, from the policies folder.
    public let file: String
    /// The line of the declaration, from 1.
    public let line: Int

    /// Looks through every regime, optional folders included.
    ///
    /// Where a key is computed, any fact may be read: none is then told.
    ///
    /// - Returns: tables first, then facts, each by file and line.
    public static func all(in policy: Policy) -> [UnreadDeclaration] {
        var unread: [UnreadDeclaration: Bool] = [:]
        for regime in policy.wholeRegimes {
            let spoken = SpokenNames(regime.files)
            for file in regime.files {
                let tables = file.declarations.tables.map {
                    (Kind.donnees, $0.name, spoken.names.contains($0.name.value))
                }
                let facts = file.declarations.facts.map {
                    (Kind.champ, $0.path, spoken.mayRead($0.field.name))
                }
                for (kind, name, isRead) in tables + facts {
                    let position = file.source.position(at: name.range.lowerBound)
                    let declaration = UnreadDeclaration(
                        kind: kind, name: name.value, file: file.source.path, line: position.line)
                    unread[declaration] = (unread[declaration] ?? true) && !isRead
                }
            }
        }
        return unread.filter(\.value).map(\.key).sorted { $0.precedes($1) }
    }

    private func precedes(_ other: UnreadDeclaration) -> Bool {
        if kind != other.kind { return kind == .donnees }
        return file == other.file
            ? line < other.line : file.utf8.lexicographicallyPrecedes(other.file.utf8)
    }
}

/// The names that stand in files, those of texts with placeholders included.
private struct SpokenNames {
    private(set) var names: Set<String> = []
    private var fields: Set<String> = []
    private var computesKeys = false

    init(_ files: [PolicyFile]) {
        for file in files {
            file.chunk.block.forEachExpression { note($0) }
            for rule in file.declarations.rules {
                rule.template?.placeholders.forEach { $0.forEachExpression { note($0) } }
            }
        }
    }

    /// Whether a fact of a name may be read.
    func mayRead(_ name: String) -> Bool { computesKeys || fields.contains(name) }

    private mutating func note(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): names.insert(name.text)
        case .field(_, let name): fields.insert(name.text)
        case .index(let base, let key):
            // The rows of a table are found by key; that reads no fact of that name.
            if case .string(let literal) = key.kind {
                fields.insert(literal.text)
            } else if case .name = base.kind {
                return
            } else {
                computesKeys = true
            }
        default: return
        }
    }
}
