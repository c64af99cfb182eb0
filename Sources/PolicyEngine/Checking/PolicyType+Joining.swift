// The type of a value that is one of two.
// SPDX-License-Identifier: MIT

import Labelling

extension PolicyType {
    /// The type of a value that is of this type or of another; `any` when they have no name together.
    func joined(with other: PolicyType) -> PolicyType {
        if self == other { return self }
        switch (self, other) {
        case (.any, _), (_, .any): return .any
        case (.nothing, let type), (let type, .nothing): return .maybe(type.known)
        case (.maybe(let type), let next), (let next, .maybe(let type)):
            return PolicyType.maybe(type.joined(with: next.known)).simplified
        case (.number, .number): return .number(.either)
        case (.text(let left), .text(let right)): return .text(left.joined(with: right))
        case (.list(let left, let from), .list(let right, let also)):
            return .list(left.joined(with: right), from == also ? from : .plain)
        case (.ownTables(let left), .ownTables(let right)):
            let tables = Set(left + right)
            return tables.count > PolicyType.mostAlternatives ? .any : .ownTables(tables.sorted())
        default: return .any
        }
    }

    /// How many texts or tables a value may be one of, and be told apart: joining takes a walk.
    fileprivate static let mostAlternatives = 1000

    private var simplified: PolicyType { known == .any ? .any : self }
}

extension PolicyType.TextKind {
    fileprivate func joined(with other: PolicyType.TextKind) -> PolicyType.TextKind {
        switch (self, other) {
        case (.literals(let left), .literals(let right)):
            left.count + right.count > PolicyType.mostAlternatives
                ? .free : .literals(left + right.filter { !left.contains($0) })
        case (.closed(let list), .literals(let texts)), (.literals(let texts), .closed(let list)):
            texts.allSatisfy { list.values.contains($0.text) } ? .closed(list) : .free
        case (.country, .literals(let texts)), (.literals(let texts), .country):
            texts.allSatisfy { PolicyType.isCountry($0.text) } ? .country : .free
        default: self == other ? self : .free
        }
    }
}
