// Reading a field or an element.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// The type of `base.name`.
    func inferField(
        of base: Expression, _ name: Name, in whole: Expression, _ context: Context
    ) -> PolicyType {
        if case .name(let root) = base.bare.kind, !isLocal(root.text, context) {
            if PolicyVocabulary.absentNames.contains(root.text) {
                report(.absentFunction("\(root.text).\(name.text)"), at: whole.range, context)
                return .any
            }
            if PolicyVocabulary.libraries.contains(root.text) {
                return member("\(root.text).\(name.text)", name, in: whole, context)
            }
        }
        return field(name.text, of: infer(base, context), at: context.place(name.range))
    }

    private func member(
        _ path: String, _ name: Name, in whole: Expression, _ context: Context
    ) -> PolicyType {
        if Builtin.named(path) != nil { return .function(.builtin(path)) }
        if let constant = LibraryConstant.named(path) { return constant.type }
        if PolicyVocabulary.absentMembers.contains(path) {
            report(.absentFunction(path), at: whole.range, context)
            return .any
        }
        let library = path.prefix { $0 != "." } + "."
        let members = (Builtin.all.map(\.name) + LibraryConstant.all.map(\.name))
            .filter { $0.hasPrefix(library) }.map { String($0.dropFirst(library.count)) }
        let nearest = Spelling.nearest(to: name.text, among: members)
        report(.unknownName(name.text, nearest: nearest), at: name.range, context)
        return .any
    }

    /// The type of a field of a value, the field's name standing at a place.
    func field(_ name: String, of base: PolicyType, at place: PolicyPlace) -> PolicyType {
        switch base {
        case .any, .nothing:
            if vocabulary.personal.contains(name) { refuseQuoted(.quotedPerson(name), at: place) }
            return .any
        case .maybe(let type): return field(name, of: type, at: place)
        case .record(let record):
            if let field = record.field(named: name) {
                if field.isPersonal { refuseQuoted(.quotedPerson(name), at: place) }
                return field.type
            }
            findings.report(.unknownField(name, of: record.owner), at: place)
        case .ownTables(let tables): return ownField(name, of: tables, at: place)
        case .keyedTable(let table): findings.report(.keyNeeded(table.name), at: place)
        case .list: findings.report(.fieldOfList(name), at: place)
        case .boolean, .number, .text, .day, .duration, .function, .library, .walk:
            findings.report(.notIndexable(base), at: place)
        }
        return .any
    }

    /// The type of `base[key]`.
    func inferIndex(of base: Expression, _ key: Expression, _ context: Context) -> PolicyType {
        let type = infer(base, context).known
        let place = context.place(key.range)
        if case .string(let literal) = key.bare.kind, type.isFieldHolder {
            return field(literal.text, of: type, at: place)
        }
        let keyType = type.showsKeys ? inferKey(key, context) : infer(key, context)
        if type.holdsPersonalFact || (type.isUnknown && keyType.family != .number) {
            refuseQuoted(.quotedField(text(key, context)), at: place)
        }
        switch type {
        case .any, .nothing: return .any
        case .list(let element, let origin):
            return inferElement(element, origin, keyType.known, at: place)
        case .ownTables(let tables): return ownIndex(keyType, of: tables, at: place)
        case .keyedTable(let table):
            let what = "la clé de « \(table.name) »"
            require(keyType, table.key, what: what, at: place)
            return .record(table.row)
        case .record:
            if case .text = keyType.known { return .any }
            if !keyType.isUnknown { findings.report(.notIndexable(keyType), at: place) }
            return .any
        case .boolean, .number, .text, .day, .duration, .function, .library, .walk, .maybe:
            findings.report(.notIndexable(type), at: place)
            return .any
        }
    }

    private func inferElement(
        _ element: PolicyType, _ origin: PolicyType.ListOrigin, _ key: PolicyType,
        at place: PolicyPlace
    ) -> PolicyType {
        if origin == .walked {
            findings.report(.indexedList(), at: place)
        } else if !key.isUnknown, key.family != .number {
            findings.report(
                .wrongType("le numéro d’un élément", expected: "un nombre", found: key), at: place)
        }
        return .maybe(element)
    }
}

extension PolicyType {
    /// Whether a text in brackets names a field of it, as a name after a dot does.
    fileprivate var isFieldHolder: Bool {
        switch self {
        case .record, .any: true
        default: false
        }
    }

    /// Whether a verdict or a message shows the key under which it is read: not for a table of the
    /// file, which gives `nil`.
    fileprivate var showsKeys: Bool {
        switch self {
        case .record, .keyedTable, .list: true
        default: false
        }
    }
}

extension PolicyType.Record {
    /// What the record is for a message about its fields.
    var owner: PolicyFinding.FieldOwner {
        isRow ? .row(title, fields: fields.map(\.name)) : .facts(title, fields: fields.map(\.name))
    }
}
