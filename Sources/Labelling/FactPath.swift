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

    /// The path of a part of this fact: a fact of a record, or an element of a list.
    package func appending(_ step: Step) -> FactPath { FactPath(steps: steps + [step]) }

    /// Whether another path leads to this fact or to a part of it.
    package func holds(_ other: FactPath) -> Bool { other.steps.starts(with: steps) }

    private init(steps: [Step]) { self.steps = steps }

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

    /// The description of the fact, or of the list whose element it is; nil when there is none.
    package func field(in schema: DossierSchema) -> FactField? {
        var record: RecordSchema? = schema.root
        var field: FactField?
        for case .name(let name) in steps {
            guard let found = record?.field(named: name) else { return nil }
            field = found
            record = found.type.record
        }
        return field
    }
}

extension FactPath: CustomStringConvertible {
    /// The path as it is written: `expertises[1].experts`.
    public var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            case .element(let number): text += "[\(number)]"
            }
        }
    }
}
