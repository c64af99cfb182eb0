// What takes one type only.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Reports a value that is not of the family of another type; texts are checked besides.
    func require(
        _ type: PolicyType, _ expected: PolicyType, what: @autoclosure () -> String,
        at place: PolicyPlace
    ) {
        guard type != .any, type.known != .any, let family = expected.family else { return }
        if type.family == family {
            checkTexts(type, expected)
        } else {
            findings.report(
                .wrongType(
                    what(), expected: expected.article, found: type,
                    help: expected == .boolean
                        ? "écrivez une condition, par exemple « … == … »" : nil),
                at: place)
        }
    }

    /// The type of the elements of a list; reports what is no list.
    ///
    /// - Returns: nil when nothing is known of the elements.
    func element(
        of list: PolicyType, what: @autoclosure () -> String, at place: PolicyPlace
    ) -> PolicyType? {
        switch list.known {
        case .any: return nil
        case .list(let element, _): return element
        case .ownTables(let numbers):
            let elements = numbers.compactMap { ownTables[$0].element }
            if elements.isEmpty, numbers.contains(where: { !ownTables[$0].fields.isEmpty }) {
                findings.report(
                    .wrongType(what(), expected: "une liste", found: .record(.ofFile)), at: place)
            }
            guard let first = elements.first else { return nil }
            return elements.dropFirst().reduce(first) { $0.joined(with: $1) }
        case let other:
            findings.report(.wrongType(what(), expected: "une liste", found: other), at: place)
            return nil
        }
    }
}

extension PolicyType.Record {
    /// A table of a file whose fields have names, where a list is wanted.
    fileprivate static let ofFile = PolicyType.Record(title: "", isRow: false, fields: [])
}
