// The path of a fact: `expertises[1].experts`.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A way from the top of a dossier to one of its facts; elements of lists count from 1.
public struct FactPath: Hashable, Sendable {
    /// One step of the way.
    public enum Step: Hashable, Sendable {
        /// A fact of a record.
        case name(String)
        /// An element of a list, from 1.
        case element(Int)
    }

    /// At least one; the first is a name.
    public let steps: [Step]

    /// Reads a path; nil when it is not written as one.
    public init?(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let name = part.prefix { $0 != "[" }
            guard !name.isEmpty else { return nil }
            steps.append(.name(String(name)))
            var rest = part[name.endIndex...]
            while !rest.isEmpty {
                guard rest.first == "[", let end = rest.firstIndex(of: "]"),
                    let number = Int(rest[rest.index(after: rest.startIndex)..<end]), number > 0
                else { return nil }
                steps.append(.element(number))
                rest = rest[rest.index(after: end)...]
            }
        }
        self.steps = steps
    }

    /// Why a path leads to no fact of a schema.
    public enum Fault: Error, Hashable, Sendable {
        /// A name that the record does not have, with those that it has.
        case unknown(String, known: [String])
        /// A number on what is no list.
        case notAList(String)
        /// A name under what is no record: a list needs a number first.
        case notARecord(String)
    }

    /// What the fact may be.
    ///
    /// - Throws: the first step that the schema does not have.
    public func type(in schema: DossierSchema) throws(Fault) -> FactType {
        var type = FactType.record(schema.root)
        var last = ""
        for step in steps {
            switch (step, type) {
            case (.name(let name), .record(let record)):
                guard let field = record.field(named: name) else {
                    throw .unknown(name, known: record.fields.map(\.name))
                }
                type = field.type
                last = name
            case (.name, _): throw .notARecord(last)
            case (.element, .list(let element)): type = element
            case (.element, _): throw .notAList(last)
            }
        }
        return type
    }
}
