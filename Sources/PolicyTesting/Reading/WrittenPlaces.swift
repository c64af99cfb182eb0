// Where the facts of a dossier stand that is written out in a test file.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

/// The places of facts in a test file, by their paths in the dossier.
public struct WrittenPlaces: Sendable {
    private var values: [String: Diagnostic.Location] = [:]
    private var keys: [String: Diagnostic.Location] = [:]

    /// No dossier is written out.
    public init() {}

    /// Reads the table that a dossier is written as.
    init(_ expression: Expression, in source: SourceText) {
        add(expression, at: "", in: source)
    }

    private mutating func add(_ expression: Expression, at path: String, in source: SourceText) {
        values[path] = Diagnostic.Location(expression.range, in: source)
        guard case .table(let fields) = expression.kind else { return }
        var count = 0
        for field in fields {
            let name: (text: String, range: SourceRange)?
            switch field.key {
            case .named(let key): name = (key.text, key.range)
            case .computed(let key):
                guard case .string(let literal) = key.kind else { continue }
                name = (literal.text, key.range)
            case .positional: name = nil
            }
            let inner: String
            if let name {
                inner = path.isEmpty ? name.text : "\(path).\(name.text)"
                keys[inner] = Diagnostic.Location(name.range, in: source)
            } else {
                count += 1
                inner = "\(path)[\(count)]"
            }
            add(field.value, at: inner, in: source)
        }
    }

    /// A fault of the dossier as JSON, told where its fact is written; as it is where that is unknown, or
    /// where a change of the case has moved the fact.
    ///
    /// - Parameters:
    ///   - fault: the fault.
    ///   - text: the JSON.
    ///   - edits: the changes of the case.
    /// - Returns: the fault at its place.
    func placed(_ fault: Diagnostic, in text: SourceText, _ edits: [FactEdit]) -> Diagnostic {
        guard fault.location.file == text.path, let root = JSONReader.read(text).root,
            let (path, isKey) = root.path(to: fault.location.start, in: text),
            !edits.contains(where: { $0.moves(path) }),
            let place = isKey ? keys[path] ?? values[path] : values[path]
        else { return fault }
        var placed = fault
        placed.location = place
        return placed
    }
}

extension FactEdit {
    /// Whether a fact is no longer the one that was written: it or what holds it was set, or an element
    /// before it removed.
    fileprivate func moves(_ written: String) -> Bool {
        var whole = path.description
        if value == nil, whole.hasSuffix("]"), let open = whole.lastIndex(of: "[") {
            whole = String(whole[..<open])
        }
        return written == whole || written.hasPrefix(whole + ".") || written.hasPrefix(whole + "[")
    }
}

extension JSONNode {
    /// The path of the innermost value, or of the key, that stands at a place; nil for none.
    fileprivate func path(
        to place: SourcePosition, in text: SourceText
    ) -> (path: String, isKey: Bool)? {
        guard range.holds(place, in: text) else { return nil }
        switch value {
        case .object(let members):
            for member in members {
                if member.keyRange.holds(place, in: text) { return (member.key, true) }
                if let (rest, isKey) = member.value.path(to: place, in: text) {
                    let joint = rest.isEmpty || rest.hasPrefix("[") ? "" : "."
                    return (member.key + joint + rest, isKey)
                }
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                if let (rest, isKey) = element.path(to: place, in: text) {
                    let joint = rest.isEmpty || rest.hasPrefix("[") ? "" : "."
                    return ("[\(index + 1)]" + joint + rest, isKey)
                }
            }
        default: break
        }
        return ("", false)
    }
}

extension SourceRange {
    fileprivate func holds(_ place: SourcePosition, in text: SourceText) -> Bool {
        let (start, end) = (text.position(at: lowerBound), text.position(at: upperBound))
        return (start.line, start.column) <= (place.line, place.column)
            && (place.line, place.column) < (end.line, end.column)
    }
}
