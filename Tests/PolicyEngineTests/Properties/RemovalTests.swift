// Leaving a fact out never helps an applicant.
// SPDX-License-Identifier: MIT

import PolicyEngine
import Testing

@testable import Labelling

struct RemovalTests {
    @Test
    func `without any optional fact, or any two, no example's opinion improves`() throws {
        let policy = try ShippedFiles.policy()
        var evaluator = try Evaluator(policy)
        let decision = try #require(Day(iso: "2026-02-28"))
        let examples = try ShippedFiles.examples(schema: policy.schema)

        var removals = 0
        for (name, dossier) in examples {
            let before = try evaluator.evaluate(dossier, le: decision)
            let paths = dossier.facts.optionalPaths(policy.schema.root)
            for (index, path) in paths.enumerated() {
                let once = dossier.facts.removing(path)
                try check(once, [path])
                for second in paths[(index + 1)...] where !second.starts(with: path) {
                    try check(once.removing(second), [path, second])
                }
            }

            func check(_ facts: FactRecord, _ removed: [FactPath]) throws {
                removals += 1
                let made = Dossier.made(numero: dossier.numero, facts: facts)
                let after = try evaluator.evaluate(made, le: decision)
                for (old, new) in zip(before.expertises, after.expertises)
                where new.avis.improves(on: old.avis) {
                    let excuse = after.changedProvisionally(since: before)
                    #expect(
                        excuse, "\(name) without \(removed): \(old.avis) became \(new.avis)")
                }
            }
        }

        #expect(examples.count >= 25)
        #expect(removals > 10_000)
    }
}

extension Avis {
    /// Better for the applicant, as design section 5 orders opinions.
    fileprivate func improves(on other: Avis) -> Bool {
        let order: [Avis] = [.favorable, .aExaminer, .incomplet, .defavorable]
        guard let mine = order.firstIndex(of: self), let theirs = order.firstIndex(of: other) else {
            return false
        }
        return mine < theirs && !(self == .incomplet && other == .defavorable)
    }
}

extension Verdict {
    /// Whether a rule that is provisional here had another result before.
    fileprivate func changedProvisionally(since before: Verdict) -> Bool {
        let old = before.results
        return results.contains { key, result in
            result.isProvisional && old[key]?.outcome != result.outcome
        }
    }
}

/// A way down to a fact: keys of records and places in lists.
typealias FactPath = [FactStep]

/// One step of a path.
enum FactStep: Hashable {
    case field(String)
    case element(Int)
}

extension FactRecord {
    /// The paths of every optional fact that is there.
    func optionalPaths(_ schema: RecordSchema) -> [FactPath] {
        schema.fields.flatMap { field -> [FactPath] in
            guard let fact = self[field.name] else { return [] }
            let own: [FactPath] = field.isRequired ? [] : [[.field(field.name)]]
            return own + fact.optionalPaths(field.type).map { [.field(field.name)] + $0 }
        }
    }

    /// The record without the fact at a path.
    func removing(_ path: FactPath) -> FactRecord {
        guard case .field(let name) = path.first, let fact = self[name] else { return self }
        var result = self
        result[name] = path.count == 1 ? nil : fact.removing(Array(path.dropFirst()))
        return result
    }
}

extension Fact {
    fileprivate func optionalPaths(_ type: FactType) -> [FactPath] {
        switch (self, type) {
        case (.record(let record), .record(let schema)): record.optionalPaths(schema)
        case (.list(let elements), .list(let type)):
            elements.enumerated().flatMap { index, element in
                element.optionalPaths(type).map { [.element(index)] + $0 }
            }
        default: []
        }
    }

    fileprivate func removing(_ path: FactPath) -> Fact {
        switch (self, path.first) {
        case (.record(let record), _): return .record(record.removing(path))
        case (.list(var elements), .element(let index)?):
            elements[index] = elements[index].removing(Array(path.dropFirst()))
            return .list(elements)
        default: return self
        }
    }
}
