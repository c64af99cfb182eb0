// The types of facts, of parameters and of the rows of tables.
// SPDX-License-Identifier: MIT

package import Labelling

extension PolicyType {
    /// Named values: facts of the dossier, or the cells of a row.
    package struct Record: Hashable, Sendable {
        /// What it is called in messages.
        package let title: String
        /// Whether it is a row of a table.
        package let isRow: Bool
        /// Its fields, in order.
        package let fields: [Field]

        /// Of its name and size alone: a record of the dossier holds all others.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(title)
            hasher.combine(fields.count)
        }

        /// The field of a name; nil when there is none.
        package func field(named name: String) -> Field? { fields.first { $0.name == name } }

        /// The type of a field; nil when there is none of that name.
        package func type(of name: String) -> PolicyType? { field(named: name)?.type }
    }

    /// A field of a record.
    package struct Field: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Its type.
        package let type: PolicyType
        /// Whether the fact may tell about a person, so that no text may quote it.
        package var isPersonal = false
    }

    /// The type of a fact, whose name is for messages about a record.
    package init(_ type: FactType, named name: String) {
        switch type {
        case .text, .identifier: self = .text(.free)
        case .closed(let list): self = .text(.closed(list))
        case .country: self = .text(.country)
        case .integer: self = .number(.integer)
        case .decimal: self = .number(.float)
        case .boolean: self = .boolean
        case .day: self = .day
        case .list(let element): self = .list(PolicyType(element, named: name), .walked)
        case .record(let schema): self = .record(Record(schema, named: name))
        }
    }

    /// The type of a parameter's value.
    init(_ constant: Constant, at place: PolicyPlace) {
        switch constant {
        case .text(let text): self = .text(.literals([Literal(text: text, place: place)]))
        case .integer: self = .number(.integer)
        case .decimal: self = .number(.float)
        case .boolean: self = .boolean
        case .day: self = .day
        case .list(let constants):
            let element = constants.map { PolicyType($0, at: place) }
                .reduce(nil) { joined, next in joined.map { $0.joined(with: next) } ?? next }
            self = .list(element ?? .any, .plain)
        }
    }
}

extension PolicyType.Record {
    /// The record of a schema.
    init(_ schema: RecordSchema, named name: String) {
        self.init(
            title: name, isRow: false,
            fields: schema.fields.map {
                PolicyType.Field(
                    name: $0.name, type: PolicyType($0.type, named: $0.name),
                    isPersonal: $0.isPersonal)
            })
    }

    /// A row of a table.
    init(rowOf table: DataTable) {
        self.init(
            title: table.name.value, isRow: true,
            fields: table.columns.map {
                let type = PolicyType($0.type.factType, named: $0.name)
                return PolicyType.Field(name: $0.name, type: type)
            })
    }
}
