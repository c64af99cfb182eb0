// A schema laid out for the reader that makes no dictionary on its way.
// SPDX-License-Identifier: MIT

/// What `FlatDossier` reads by: the records and fields of a `DossierSchema`, each by a number.
package struct FlatSchema: Sendable {
    /// Every record that a dossier may hold, each place apart; the dossier itself is number 0.
    package private(set) var records: [RecordSchema] = []
    /// The dossier itself, the fields of each record in a row, and what stands for elements.
    private(set) var fields: [Field] = []
    /// The texts of each closed list in a row.
    private(set) var choices: [FlatName] = []
    /// The words that long names and texts have between their first and their last.
    private(set) var words: [UInt64] = []
    /// The paths of facts that get nodes in any case.
    private let alwaysKept: Set<String>
    /// Whether two letters make a country, at 26 × the first + the second.
    private(set) var countries = Array(repeating: false, count: 26 * 26)

    /// A field, or what stands for the elements of a list.
    struct Field: Sendable {
        let name: FlatName
        var kind = Kind.foreign
        var role = Role.none
        let isRequired: Bool
        /// Whether its facts get nodes.
        let isKept: Bool
        let acceptsDateTime: Bool
        let minimum: Double
        let maximum: Double
        /// The number of a record; or where a list's element stands in `fields`.
        var reference = 0
        /// Where a record's first field stands in `fields`, or a closed list's first text in
        /// `choices`.
        var first = 0
        /// How many of them there are; the dossier has a field more than its schema, `schema`.
        var count = 0
        /// The bits of a record's fields that must be there.
        var required: UInt64 = 0

        init(_ field: FactField, isKept: Bool, words: inout [UInt64]) {
            name = FlatName(field.name, words: &words)
            isRequired = field.isRequired
            self.isKept = isKept
            acceptsDateTime = field.acceptsDateTime
            minimum = field.bounds.lowerBound
            maximum = field.bounds.upperBound
        }
    }

    /// What a field may hold, identifiers apart by their kinds.
    enum Kind: Hashable, Sendable {
        case boolean, integer, decimal, text, closed, country
        case identifier(IdentifierKind)
        case day
        case list, record
        /// What only the full reader can judge.
        case foreign
    }

    /// What the reader does with a text besides keeping it.
    enum Role: Hashable, Sendable { case none, numero, deposeLe, siren, siret }

    /// Lays a schema out.
    ///
    /// - Parameters:
    ///   - schema: what a dossier may hold.
    ///   - isNamed: whether what names a dossier and its expertises is kept in any case.
    ///   - keeping: whether the facts of a name get nodes; all others are only checked.
    package init(
        _ schema: DossierSchema, isNamed: Bool = true, keeping: (String) -> Bool
    ) {
        alwaysKept = isNamed ? FlatSchema.names : []
        for code in Country.codes {
            let letters = Array(code.utf8)
            if let index = Country.index(of: letters[0], letters[1]) { countries[index] = true }
        }
        let root = FactField("", "", .record(schema.root), isRequired: true)
        fields.append(Field(root, isKept: true, words: &words))
        complete(FlatSchema.rootField, schema.root, at: "", keeping)
    }

    /// Where the dossier itself stands in `fields`.
    static let rootField = 0

    /// What names a dossier and its expertises, with what holds it.
    private static let names: Set<String> = [
        "numero", "depose_le", "collectivite", "collectivite.nom", "expertises",
        "expertises.intitule", "expertises.domaine",
    ]
}

// MARK: - Building

extension FlatSchema {
    /// Makes a field hold a record, and adds all that is in it.
    private mutating func complete(
        _ index: Int, _ schema: RecordSchema, at path: String, _ keeping: (String) -> Bool
    ) {
        fields[index].kind = .record
        fields[index].reference = records.count
        fields[index].first = fields.count
        records.append(schema)
        let first = fields.count
        for field in schema.fields {
            let inner = DossierReader.join(path, field.name)
            let isFieldKept = alwaysKept.contains(inner) || keeping(field.name)
            let isKept = fields[index].isKept && isFieldKept
            fields.append(Field(field, isKept: isKept, words: &words))
        }
        if path.isEmpty { addFormat() }
        // There is one bit for each field seen: what a larger record holds is read in full.
        if fields.count - first <= UInt64.bitWidth {
            fields[index].count = fields.count - first
            fields[index].required = fields[first...].enumerated().filter(\.element.isRequired)
                .reduce(0) { $0 | 1 << UInt64($1.offset) }
        }
        for (offset, field) in schema.fields.enumerated() {
            let inner = DossierReader.join(path, field.name)
            complete(first + offset, field, field.type, at: inner, keeping)
            setRole(first + offset, field, at: path)
        }
    }

    /// Adds the key that names the format, as some programs write its slashes too.
    private mutating func addFormat() {
        let field = FactField(DossierSchema.schemaKey, "", .text, isRequired: true)
        var format = Field(field, isKept: false, words: &words)
        format.kind = .closed
        format.first = choices.count
        format.count = 2
        let escaped = DossierSchema.identifier.split(separator: "/").joined(separator: "\\/")
        choices.append(FlatName(DossierSchema.identifier, words: &words))
        choices.append(FlatName(escaped, words: &words))
        fields.append(format)
    }

    /// Says what a field may hold, adding what that needs.
    private mutating func complete(
        _ index: Int, _ field: FactField, _ type: FactType, at path: String,
        _ keeping: (String) -> Bool
    ) {
        // In place of most facts, the first of these keys has a meaning of its own.
        if field.name == DossierReader.unknownKey || !FlatName.isPlain(field.name) { return }
        switch type {
        case .boolean: fields[index].kind = .boolean
        case .integer: fields[index].kind = .integer
        case .decimal: fields[index].kind = .decimal
        case .text: fields[index].kind = .text
        case .country: fields[index].kind = .country
        case .day: fields[index].kind = .day
        case .identifier(let kind): fields[index].kind = .identifier(kind)
        case .closed(let list):
            let texts = list.values.filter(FlatName.isPlain)
            fields[index].kind = .closed
            fields[index].first = choices.count
            fields[index].count = texts.count
            for text in texts { choices.append(FlatName(text, words: &words)) }
        case .record(let schema): complete(index, schema, at: path, keeping)
        case .list(let element):
            fields[index].kind = .list
            fields[index].reference = fields.count
            fields.append(Field(field, isKept: fields[index].isKept, words: &words))
            complete(fields.count - 1, field, element, at: path, keeping)
        }
    }

    /// Says what else a field is read for.
    private mutating func setRole(_ index: Int, _ field: FactField, at path: String) {
        switch (path, field.name) {
        case ("", "numero"): fields[index].role = .numero
        case ("", "depose_le"): fields[index].role = .deposeLe
        case (_, IdentifierKind.siren.rawValue): fields[index].role = .siren
        case (_, IdentifierKind.siret.rawValue): fields[index].role = .siret
        default: return
        }
        // Whether texts of any other kind agree is for the full reader to judge.
        let kind = IdentifierKind(rawValue: field.name)
        if let kind, field.type != .identifier(kind) { fields[index].kind = .foreign }
    }
}
