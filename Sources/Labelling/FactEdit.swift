// A dossier with some of its facts set or removed: its JSON, or its facts.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// A change of one fact of a dossier.
public struct FactEdit: Hashable, Sendable {
    /// Which fact.
    public let path: FactPath
    /// Its new value; nil to remove it.
    public let value: JSONValue?

    /// Sets a fact, or removes it.
    public init(path: FactPath, value: JSONValue?) {
        self.path = path
        self.value = value
    }
}

/// Why a change of a dossier cannot be made.
public struct EditFault: Error, Hashable {
    /// In French: lower-case first letter, no full stop.
    public let message: String
}

extension JSONValue {
    /// The value with a fact set, or removed; records on the way are made where they are absent.
    ///
    /// - Throws: an element past the end of its list by more than one, or a step into what is
    ///   neither a list nor a record.
    public func editing(_ edit: FactEdit) throws(EditFault) -> JSONValue {
        try editing(edit.path.steps[...], to: edit.value)
    }

    private func editing(
        _ steps: ArraySlice<FactPath.Step>, to value: JSONValue?
    ) throws(EditFault) -> JSONValue {
        guard let step = steps.first else { return value ?? .null }
        switch step {
        case .name(let name): return try editing(member: name, steps.dropFirst(), to: value)
        case .element(let number):
            return try editing(element: number, steps.dropFirst(), to: value)
        }
    }

    private func editing(
        member name: String, _ rest: ArraySlice<FactPath.Step>, to value: JSONValue?
    ) throws(EditFault) -> JSONValue {
        var result = self == .null ? .object([]) : self
        guard case .object = result else {
            throw EditFault(message: "\(name.quotedToken) n’est pas dans un ensemble de faits")
        }
        let known = result[name]
        if rest.isEmpty {
            result[name] = value
        } else if known != nil || value != nil {
            result[name] = try (known ?? .null).editing(rest, to: value)
        }
        return result
    }

    private func editing(
        element number: Int, _ rest: ArraySlice<FactPath.Step>, to value: JSONValue?
    ) throws(EditFault) -> JSONValue {
        var elements: [JSONValue] = []
        switch self {
        case .array(let known): elements = known
        case .null: break
        default: throw EditFault(message: "l’élément \(number) n’est pas dans une liste")
        }
        let count = elements.count
        guard number <= count || (number == count + 1 && value != nil) else {
            throw EditFault(
                message: "l’élément \(number) n’existe pas, la liste en compte \(count)")
        }
        if rest.isEmpty, value == nil {
            elements.remove(at: number - 1)
        } else if number <= count {
            elements[number - 1] = try elements[number - 1].editing(rest, to: value)
        } else {
            elements.append(try JSONValue.null.editing(rest, to: value))
        }
        return .array(elements)
    }
}
