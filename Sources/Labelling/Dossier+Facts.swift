// A dossier's facts by their paths: looked up, replaced, and written back as JSON.
// SPDX-License-Identifier: MIT

package import Diagnostics

extension Dossier {
    /// A dossier of these facts alone, without reasons or a file.
    ///
    /// Facts that a file must hold may be absent: analysis treats them as unknown like any other.
    package init(numero: String, deposeLe: Day, facts: FactRecord) {
        self.numero = numero
        self.deposeLe = deposeLe
        self.facts = facts
        reasons = [:]
        fingerprint = ""
    }

    /// The fact at a path; nil when it is absent.
    package subscript(path: FactPath) -> Fact? {
        var fact = Fact.record(facts)
        for step in path.steps {
            guard let next = fact[step] else { return nil }
            fact = next
        }
        return fact
    }

    /// The dossier with a fact in place of another, or absent; the day of filing follows.
    ///
    /// Records on the way are made where they are absent; a step that leads nowhere, such as an
    /// element past the end of its list, changes nothing.
    package func setting(_ path: FactPath, to fact: Fact?) -> Dossier {
        guard case .record(let facts) = Fact.record(facts).setting(path.steps[...], to: fact) else {
            return self
        }
        var filed = deposeLe
        if case .day(let day)? = facts["depose_le"] { filed = day }
        return Dossier(numero: numero, deposeLe: filed, facts: facts)
    }

    /// The dossier as a file would hold it, in the order of a schema.
    package func json(in schema: DossierSchema) -> JSONValue {
        guard case .object(let members) = Fact.record(facts).json(as: .record(schema.root)) else {
            return .object([])
        }
        return .object([.init("schema", .string(DossierSchema.identifier))] + members)
    }
}

extension Fact {
    fileprivate subscript(step: FactPath.Step) -> Fact? {
        switch (self, step) {
        case (.record(let record), .name(let name)): record[name]
        case (.list(let elements), .element(let number)):
            elements.indices.contains(number - 1) ? elements[number - 1] : nil
        default: nil
        }
    }

    fileprivate func setting(_ steps: ArraySlice<FactPath.Step>, to fact: Fact?) -> Fact? {
        guard let step = steps.first else { return fact }
        let rest = steps.dropFirst()
        switch (self, step) {
        case (.record(var record), .name(let name)):
            let known = record[name] ?? (rest.isEmpty ? self : .record(FactRecord()))
            record[name] = known.setting(rest, to: fact)
            return .record(record)
        case (.list(var elements), .element(let number)):
            guard elements.indices.contains(number - 1) else { return self }
            let changed = elements[number - 1].setting(rest, to: fact)
            if let changed {
                elements[number - 1] = changed
            } else {
                elements.remove(at: number - 1)
            }
            return .list(elements)
        default: return self
        }
    }

    /// The fact as a file would hold it.
    package func json(as type: FactType) -> JSONValue {
        switch (self, type) {
        case (.text(let text), _): return .string(text)
        case (.integer(let number), _): return .integer(number)
        case (.decimal(let number), _): return .number(number)
        case (.boolean(let value), _): return .boolean(value)
        case (.day(let day), _): return .string(day.iso)
        case (.list(let elements), .list(let element)):
            return .array(elements.map { $0.json(as: element) })
        case (.record(let record), .record(let schema)):
            return .object(
                schema.fields.compactMap { field in
                    record[field.name].map { .init(field.name, $0.json(as: field.type)) }
                })
        case (.list, _), (.record, _): return .null
        }
    }
}
