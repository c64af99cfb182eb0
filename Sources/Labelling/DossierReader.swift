// A dossier's facts, read from JSON as the schema tells.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Walks a JSON tree beside the schema, keeps the facts that fit and reports the rest.
struct DossierReader {
    let source: SourceText
    /// Whether the tree lacks nothing that the file holds, so that what is missing is missing.
    let isWhole: Bool
    var findings = FindingList()
    var reasons: [String: String] = [:]
    /// Where a whole number must stand and what does has a fault of syntax.
    var brokenIntegers: [SourceRange] = []

    /// The key, and the only one, of an object that tells why a fact is absent.
    static let unknownKey = "inconnu"

    init(_ source: SourceText, isWhole: Bool) {
        self.source = source
        self.isWhole = isWhole
    }

    /// Reads the whole dossier; nil when it is no object.
    mutating func dossier(_ node: JSONNode, schema: DossierSchema) -> FactRecord? {
        guard case .object(let members) = node.value else {
            findings.report(.notADossier(at: node.range, in: source))
            return nil
        }
        let others = members.filter { $0.key != DossierSchema.schemaKey }
        checkIdentifier(members.first { $0.key == DossierSchema.schemaKey }, in: node.range)
        return record(others, of: schema.root, at: "", in: node.range)
    }

    private mutating func checkIdentifier(_ member: JSONMember?, in range: SourceRange) {
        guard let member else { return reportMissing(DossierSchema.schemaKey, in: range) }
        guard member.value.value != .string(DossierSchema.identifier) else { return }
        if member.value.value == .invalid { return }
        let source = source.hidingFault(unless: !member.value.isComposite)
        findings.report(.wrongSchema(at: member.value.range, in: source))
    }

    /// Says that a required fact is missing, unless it may have been lost to a fault of syntax.
    private mutating func reportMissing(_ path: String, in range: SourceRange) {
        guard isWhole else { return }
        let opening = range.lowerBound..<range.lowerBound + 1
        findings.report(.missingField(path, at: opening, in: source))
    }
}

// MARK: - Records and lists

extension DossierReader {
    private mutating func record(
        _ members: [JSONMember], of schema: RecordSchema, at path: String, in range: SourceRange
    ) -> FactRecord {
        var facts = FactRecord()
        var seen = Set<String>()
        for member in members {
            guard let field = schema.field(named: member.key) else {
                findings.report(.unknownField(member, of: schema, at: path, in: source))
                continue
            }
            // A second value was reported with the syntax; its own faults are reported too.
            seen.insert(field.name)
            facts[field.name] = fact(
                member.value, of: field, at: DossierReader.join(path, field.name))
        }
        for field in schema.fields where field.isRequired && !seen.contains(field.name) {
            for missing in DossierReader.requiredLeaves(of: field) {
                reportMissing(DossierReader.join(path, missing), in: range)
            }
        }
        checkAgreement(of: facts, members)
        return facts
    }

    static func join(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : path + "." + name
    }

    /// The field itself, or for a record the paths of what it must hold.
    private static func requiredLeaves(of field: FactField) -> [String] {
        guard case .record(let schema) = field.type else { return [field.name] }
        let inner = schema.fields.filter(\.isRequired).flatMap { requiredLeaves(of: $0) }
        return inner.isEmpty ? [field.name] : inner.map { join(field.name, $0) }
    }

    private mutating func fact(_ node: JSONNode, of field: FactField, at path: String) -> Fact? {
        switch node.value {
        case .null:
            if field.isRequired {
                findings.report(.requiredNull(path, at: node.range, in: source))
            }
            return nil
        case .object(let members) where members.contains { $0.key == DossierReader.unknownKey }:
            absence(members, of: field, at: path, in: node.range)
            return nil
        default:
            if let member = misspeltUnknown(node, field) {
                findings.report(.misspeltUnknown(member, path, in: source))
                return nil
            }
            return value(node, ofType: field.type, field, at: path)
        }
    }

    /// The only member of an object, where its key was probably meant to be `inconnu`.
    private func misspeltUnknown(_ node: JSONNode, _ field: FactField) -> JSONMember? {
        guard !field.isRequired, case .object(let members) = node.value, members.count == 1,
            case .string = members[0].value.value,
            Spelling.nearest(to: members[0].key, among: [DossierReader.unknownKey]) != nil
        else { return nil }
        if case .record(let schema) = field.type, schema.field(named: members[0].key) != nil {
            return nil
        }
        return members[0]
    }

    /// Keeps the reason for which a fact is absent.
    private mutating func absence(
        _ members: [JSONMember], of field: FactField, at path: String, in range: SourceRange
    ) {
        if field.isRequired {
            findings.report(.unknownForbidden(path, at: range, in: source.hidingFault))
        } else if members.count == 1, case .string(let text) = members[0].value.value,
            !text.isBlank
        {
            reasons[path] = bounded(text, at: path, members[0].value.range, in: source.hidingFault)
        } else if members[0].value.value != .invalid {
            findings.report(.wrongUnknown(path, at: range, in: source.hidingFault))
        }
    }

    private mutating func list(
        _ nodes: [JSONNode], of type: FactType, _ field: FactField, at path: String
    ) -> Fact {
        var facts: [Fact] = []
        for (index, node) in nodes.enumerated() {
            let elementPath = "\(path)[\(index + 1)]"
            if node.isAbsence {
                findings.report(.absentElement(elementPath, at: node.range, in: source.hidingFault))
            } else if node.holdsOnlyNulls {
                findings.report(.emptyElement(elementPath, at: node.range, in: source.hidingFault))
            } else if let fact = value(node, ofType: type, field, at: elementPath) {
                facts.append(fact)
            }
        }
        return .list(facts)
    }

    /// Checks that an establishment belongs to the body that the record names.
    private mutating func checkAgreement(of facts: FactRecord, _ members: [JSONMember]) {
        guard case .text(let siren)? = facts[IdentifierKind.siren.rawValue],
            case .text(let siret)? = facts[IdentifierKind.siret.rawValue],
            let member = members.first(where: { $0.key == IdentifierKind.siret.rawValue }),
            !siret.hasPrefix(siren)
        else { return }
        findings.report(.siretOfAnother(siren, at: member.value.range, in: source))
    }
}

// MARK: - Values

extension DossierReader {
    /// The source for what is wrong with a value, which is hidden when it may tell about a person:
    /// when its fact is personal, when it holds who knows which others, and when it stands in
    /// place of a record, such as the name of an expert.
    private func source(for node: JSONNode, of field: FactField) -> SourceText {
        source.hidingFault(
            unless: !field.isHidden && !node.isComposite && field.type.record == nil)
    }

    /// The bytes that one text may have, some twenty pages: rules read each text in full.
    static let longestText = 1 << 16

    private mutating func value(
        _ node: JSONNode, ofType type: FactType, _ field: FactField, at path: String
    ) -> Fact? {
        switch (type, node.value) {
        case (.integer, .invalid):
            brokenIntegers.append(node.range)
            return nil
        case (_, .invalid): return nil
        case (.list(let element), .array(let nodes)):
            return list(nodes, of: element, field, at: path)
        case (.record(let schema), .object(let members)):
            return .record(record(members, of: schema, at: path, in: node.range))
        case (.boolean, .boolean(let value)): return .boolean(value)
        case (.integer, .integer(let value)):
            return bounded(Double(value), field, node, at: path) ? .integer(value) : nil
        case (.integer, .number(let value)):
            let source = source(for: node, of: field)
            findings.report(.notWhole(value, path, at: node.range, in: source))
            return nil
        case (.decimal, .integer(let value)):
            return bounded(Double(value), field, node, at: path) ? .decimal(Double(value)) : nil
        case (.decimal, .number(let value)):
            return bounded(value, field, node, at: path) ? .decimal(value) : nil
        case (.text, .string(let text)), (.closed, .string(let text)),
            (.country, .string(let text)), (.identifier, .string(let text)),
            (.day, .string(let text)):
            return self.text(text, ofType: type, field, node, at: path)
        default:
            let source = source(for: node, of: field)
            findings.report(.wrongType(node, expected: type, path, in: source))
            return nil
        }
    }

    private mutating func bounded(
        _ value: Double, _ field: FactField, _ node: JSONNode, at path: String
    ) -> Bool {
        let isInside = field.bounds.contains(value)
        if !isInside {
            let source = source(for: node, of: field)
            findings.report(.outOfBounds(field, path, at: node.range, in: source))
        }
        return isInside
    }

    private mutating func text(
        _ raw: String, ofType type: FactType, _ field: FactField, _ node: JSONNode, at path: String
    ) -> Fact? {
        let source = source(for: node, of: field)
        guard let text = bounded(raw, at: path, node.range, in: source) else { return nil }
        if text.isBlank, type != .text || field.isRequired {
            findings.report(
                .blankText(path, isRequired: field.isRequired, at: node.range, in: source))
            return nil
        }
        switch type {
        case .closed(let list) where !list.values.contains(text):
            findings.report(.unknownValue(text, of: list, path, at: node.range, in: source))
        case .country where Country.frenchName(of: text) == nil:
            findings.report(.unknownCountry(text, at: node.range, in: source))
        case .identifier(let kind):
            do throws(IdentifierFault) {
                try kind.check(text)
                return .text(text)
            } catch {
                findings.report(.wrongIdentifier(text, kind, error, at: node.range, in: source))
            }
        case .day: return day(text, field, node, at: path)
        default: return .text(text)
        }
        return nil
    }

    private mutating func day(
        _ text: String, _ field: FactField, _ node: JSONNode, at path: String
    ) -> Fact? {
        if let day = Day(iso: text) { return .day(day) }
        if field.acceptsDateTime, let day = Day(parisDateTime: text) { return .day(day) }
        let source = source(for: node, of: field)
        findings.report(
            .wrongDay(
                text, acceptsDateTime: field.acceptsDateTime, path, at: node.range, in: source))
        return nil
    }

    /// The text in NFC; nil when it holds a control character or is too long.
    private mutating func bounded(
        _ raw: String, at path: String, _ range: SourceRange, in source: SourceText
    ) -> String? {
        guard let text = checked(raw, at: range, in: source) else { return nil }
        guard text.utf8.count <= DossierReader.longestText else {
            findings.report(
                .longText(path, limit: DossierReader.longestText, at: range, in: source))
            return nil
        }
        return text
    }

    /// The text in NFC; nil when it holds a control character.
    private mutating func checked(
        _ text: String, at range: SourceRange, in source: SourceText
    ) -> String? {
        let wrong = text.unicodeScalars.first { scalar in
            scalar.isControl && !"\n\r\t".unicodeScalars.contains(scalar)
        }
        guard let wrong else { return text.normalized }
        findings.report(.controlCharacter(wrong, at: range, in: source))
        return nil
    }
}

extension JSONNode {
    /// Whether it holds other values.
    fileprivate var isComposite: Bool {
        switch value {
        case .array, .object: true
        case .null, .boolean, .integer, .number, .string, .invalid: false
        }
    }

    /// Whether the value says that there is none: `null`, or an object with the key `inconnu`.
    fileprivate var isAbsence: Bool {
        switch value {
        case .null: true
        case .object(let members): members.contains { $0.key == DossierReader.unknownKey }
        default: false
        }
    }

    /// Whether it is an object with keys, none of which has a value.
    fileprivate var holdsOnlyNulls: Bool {
        guard case .object(let members) = value else { return false }
        return !members.isEmpty && members.allSatisfy { $0.value.value == .null }
    }
}

extension String {
    /// Whether there is nothing to read in it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
