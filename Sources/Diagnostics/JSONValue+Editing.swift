// A JSON value read from a file, and changed in one place.
// SPDX-License-Identifier: MIT

extension JSONValue {
    /// The value of a node; nil for one with a fault of syntax.
    package init?(_ node: JSONNode) {
        switch node.value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .number(value)
        case .string(let text): self = .string(text)
        case .array(let elements):
            let values = elements.compactMap { JSONValue($0) }
            guard values.count == elements.count else { return nil }
            self = .array(values)
        case .object(let members):
            let values = members.compactMap { member in
                JSONValue(member.value).map { Member(member.key, $0) }
            }
            guard values.count == members.count else { return nil }
            self = .object(values)
        case .invalid: return nil
        }
    }

    /// The member of an object; nil when it is none, or has none of that name.
    package subscript(key: String) -> JSONValue? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let place = members.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place] = Member(key, value)
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }
}
