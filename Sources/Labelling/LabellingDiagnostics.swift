// What can be wrong with the content of a dossier, in French.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The stable codes of the faults of content.
package enum DossierCode: String, CaseIterable, Sendable {
    case root = "dossier.racine"
    case schema = "dossier.schema"
    case unknownField = "dossier.champ-inconnu"
    case missingField = "dossier.champ-manquant"
    case type = "dossier.type"
    case unknownValue = "dossier.valeur-inconnue"
    case country = "dossier.pays"
    case siren = "dossier.siren"
    case siret = "dossier.siret"
    case siretOfAnother = "dossier.siret-siren"
    case codeInsee = "dossier.code-insee"
    case rna = "dossier.rna"
    case dayForm = "dossier.date"
    case noSuchDay = "dossier.date-inexistante"
    case hour = "dossier.date-heure"
    case bounds = "dossier.nombre-hors-limites"
    case notWhole = "dossier.nombre-entier"
    case blank = "dossier.texte-vide"
    case longText = "dossier.texte-trop-long"
    case control = "dossier.caractere-de-controle"
    case wrongUnknown = "dossier.inconnu"
    case unknownForbidden = "dossier.inconnu-interdit"
    case absentElement = "dossier.element-absent"
    case emptyElement = "dossier.element-vide"
}

extension Diagnostic {
    /// A finding of this target; every text but the quoted tokens is set in French typography.
    ///
    /// Label and edit may repeat what is at fault: both are left out where that is hidden.
    static func dossier(
        _ code: DossierCode, _ message: String, at range: SourceRange, in source: SourceText,
        label: String? = nil, help: String? = nil, notes: [String] = [], fix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, message, at: Location(range, in: source),
            label: source.unlessHidden(label?.typeset), help: help?.typeset,
            notes: notes.map(\.typeset),
            fix: source.unlessHidden(fix).map(Fix.init(replacement:)))
    }
}

// MARK: - Fields

extension Diagnostic {
    static func notADossier(at range: SourceRange, in source: SourceText) -> Diagnostic {
        dossier(
            .root, "un dossier est un objet entre accolades",
            at: range.lowerBound..<range.lowerBound + 1, in: source,
            help: "commencer par « { » ; plusieurs dossiers vont dans autant de fichiers")
    }

    static func wrongSchema(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let expected = "\"\(DossierSchema.identifier)\""
        return dossier(
            .schema, "format \(source.quoted(range)) inconnu", at: range, in: source,
            label: "écrire \(expected)", fix: expected)
    }

    static func unknownField(
        _ member: JSONMember, of schema: RecordSchema, at path: String, in source: SourceText
    ) -> Diagnostic {
        let names = (path.isEmpty ? [DossierSchema.schemaKey] : []) + schema.fields.map(\.name)
        let nearest =
            Spelling.nearest(to: member.key, among: names)
            ?? Spelling.completion(of: member.key, among: names)
        let place = path.isEmpty ? "" : " dans \(path.quotedToken)"
        let source = source.hidingFault(unlessName: member.key, at: member.keyRange)
        return dossier(
            .unknownField, "champ \(source.quoted(member.key)) inconnu\(place)",
            at: member.keyRange, in: source,
            label: nearest.map { "vouliez-vous dire \($0.quotedToken) ?" },
            help: names.isEmpty
                ? "aucun champ n’est admis ici : la politique n’en déclare aucun"
                : "champs admis : " + names.joined(separator: ", "),
            fix: nearest.map { "\"\($0)\"" })
    }

    static func missingField(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .missingField, "champ obligatoire \(path.quotedToken) absent", at: range, in: source,
            label: "à ajouter dans cet objet")
    }

    static func requiredNull(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .missingField, "champ obligatoire \(path.quotedToken) sans valeur", at: range,
            in: source, label: "null vaut absence")
    }

    static func unknownForbidden(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .unknownForbidden, "champ obligatoire \(path.quotedToken) déclaré inconnu",
            at: range, in: source, help: "sans cette valeur, le dossier ne peut pas être étudié")
    }

    static func wrongUnknown(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .wrongUnknown, "raison d’absence mal écrite pour \(path.quotedToken)", at: range,
            in: source, help: "écrire {\"inconnu\": \"la raison\"}, sans autre champ")
    }

    static func absentElement(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .absentElement, "élément \(path.quotedToken) sans valeur", at: range, in: source,
            help: "retirer l’élément, ou déclarer la liste entière inconnue")
    }
}

extension Diagnostic {
    static func emptyElement(
        _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .emptyElement, "élément \(path.quotedToken) dont tous les champs sont vides",
            at: range, in: source,
            help: "retirer l’élément, qui compterait comme connu, ou remplir un de ses champs")
    }

    static func misspeltUnknown(
        _ member: JSONMember, _ path: String, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .wrongUnknown, "raison d’absence mal écrite pour \(path.quotedToken)",
            at: member.keyRange, in: source,
            label: "vouliez-vous dire \(DossierReader.unknownKey.quotedToken) ?",
            help: "écrire {\"inconnu\": \"la raison\"}, sans autre champ",
            fix: "\"\(DossierReader.unknownKey)\"")
    }
}

// MARK: - Types and numbers

extension Diagnostic {
    static func wrongType(
        _ node: JSONNode, expected type: FactType, _ path: String, in source: SourceText
    ) -> Diagnostic {
        let token = source.text(in: node.range)
        let repair = repair(node, token, for: type)
        return dossier(
            .type, "\(type.expectation) pour \(path.quotedToken), \(node.value.finding)",
            at: node.range, in: source, label: repair.label, help: type.help, fix: repair.fix)
    }

    /// What to write, where a pair of quotes makes the difference.
    private static func repair(
        _ node: JSONNode, _ token: String, for type: FactType
    ) -> (label: String?, fix: String?) {
        switch (type, node.value) {
        case (.text, .integer), (.identifier, .integer), (.text, .number):
            return ("ajouter des guillemets : \"\(token)\"", "\"\(token)\"")
        case (.integer, .string(let text)):
            guard let number = Int64(text.filter { !$0.isWhitespace }) else { return (nil, nil) }
            return ("retirer les guillemets : \(number)", String(number))
        case (.decimal, .string(let text)):
            let number = String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 })
            guard let value = Double(number), value.isFinite,
                number.withoutThousandsSeparators == nil
            else { return (nil, nil) }
            let written = JSONValue.number(value).encoded()
            return ("retirer les guillemets : \(written)", written)
        case (.boolean, .string(let text)):
            guard let word = booleanWord(text) else { return (nil, nil) }
            return ("retirer les guillemets : \(word)", word)
        case (.list, .string), (.list, .object):
            return ("à mettre entre crochets", "[\(token)]")
        default: return (nil, nil)
        }
    }

    private static func booleanWord(_ text: String) -> String? {
        switch text.lowercased() {
        case "true", "vrai", "oui": "true"
        case "false", "faux", "non": "false"
        default: nil
        }
    }

    static func notWhole(
        _ value: Double, _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let text = source.text(in: range)
        let whole = Int64(exactly: value).map(String.init)
        let found = source.quoted(text)
        let message = "nombre entier attendu pour \(path.quotedToken), \(found) trouvé"
        // Nobody but the writer knows whether the point parts thousands.
        if let thousands = text.withoutThousandsSeparators {
            return dossier(
                .notWhole, message, at: range, in: source,
                label: "écrire \(thousands)" + (whole.map { " ou \($0)" } ?? ""),
                help: "un nombre entier n’a ni point décimal ni séparateur de milliers")
        }
        return dossier(
            .notWhole, message, at: range, in: source, label: whole.map { "écrire \($0)" },
            help: "un nombre entier s’écrit sans point ni exposant", fix: whole)
    }

    /// The same finding, without the remedy `12.5` where a whole number must stand.
    func withoutDecimals(at broken: Set<Location>) -> Diagnostic {
        guard code == JSONCode.number.rawValue, broken.contains(location),
            fix?.replacement.contains(".") == true
        else { return self }
        var finding = self
        finding.label = "nombre entier attendu"
        finding.help = "un nombre entier s’écrit en chiffres seuls"
        finding.fix = nil
        return finding
    }

    static func outOfBounds(
        _ field: FactField, _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let most = field.maximum ?? Int64(exactly: field.bounds.upperBound)
        let least = field.minimum ?? Int64(exactly: field.bounds.lowerBound)
        let bounds = [
            least.map { "\($0) au moins" }, most.map { "\($0) au plus" },
        ].compactMap(\.self)
        let unit = field.unit.map { " (\($0))" } ?? ""
        let token = source.quoted(range)
        return dossier(
            .bounds, "nombre \(token) hors limites pour \(path.quotedToken)", at: range,
            in: source, help: "valeur admise\(unit) : " + French.list(bounds))
    }
}

// MARK: - Texts

extension Diagnostic {
    static func blankText(
        _ path: String, isRequired: Bool, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .blank, "texte vide pour \(path.quotedToken)", at: range, in: source,
            help: isRequired
                ? "ce champ est obligatoire"
                : "retirer le champ, ou écrire null, quand la valeur n’est pas connue",
            fix: isRequired ? nil : "null")
    }

    static func longText(
        _ path: String, limit: Int, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .longText, "texte de plus de \(limit >> 10) Kio pour \(path.quotedToken)", at: range,
            in: source, help: "résumer le texte, et joindre le document dans « pieces »")
    }

    static func controlCharacter(
        _ scalar: Unicode.Scalar, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+00" + (digits.count < 2 ? "0" : "") + digits
        return dossier(
            .control, "caractère de commande \(number) dans un texte", at: range, in: source,
            help: "retirer ce caractère, qui ne se lit pas")
    }

    static func unknownValue(
        _ text: String, of list: ClosedList, _ path: String, at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        let worded = list.values.first { list.labels[$0]?.lowercased() == text.lowercased() }
        let nearest = worded ?? Spelling.nearest(to: text, among: list.values)
        return dossier(
            .unknownValue, "valeur \(source.quoted(text)) inconnue pour \(path.quotedToken)",
            at: range, in: source, label: nearest.map { "vouliez-vous dire \($0.quotedToken) ?" },
            help: "valeurs admises : " + list.values.joined(separator: ", "),
            fix: nearest.map { "\"\($0)\"" })
    }

    static func unknownCountry(
        _ text: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let capitals = text.uppercased()
        let meant = Country.frenchName(of: capitals) == nil ? Country.code(named: text) : capitals
        return dossier(
            .country, "pays \(source.quoted(text)) inconnu", at: range, in: source,
            label: meant.map { "vouliez-vous dire \($0.quotedToken) ?" },
            help: "un pays s’écrit par son code ISO 3166-1 de deux lettres capitales, comme SN",
            fix: meant.map { "\"\($0)\"" })
    }

    static func wrongIdentifier(
        _ text: String, _ kind: IdentifierKind, _ fault: IdentifierFault, at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        let compact = text.filter { !$0.isWhitespace && $0 != "." }.uppercased()
        let isRepaired = compact != text && (try? kind.check(compact)) != nil
        return dossier(
            kind.code,
            "\(kind.french) \(source.quoted(text)) erroné : ".typeset + fault.french(kind),
            at: range, in: source, label: isRepaired ? "écrire \"\(compact)\"" : nil,
            help: kind.help, fix: isRepaired ? "\"\(compact)\"" : nil)
    }

    static func siretOfAnother(
        _ siren: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .siretOfAnother, "SIRET d’un autre organisme que le SIREN \(siren.quotedToken)",
            at: range, in: source,
            help: "les neuf premiers chiffres du SIRET sont le SIREN de l’organisme")
    }
}

// MARK: - Days

extension Diagnostic {
    static func wrongDay(
        _ text: String, acceptsDateTime: Bool, _ path: String, at range: SourceRange,
        in source: SourceText
    ) -> Diagnostic {
        if Day.hasHour(text) {
            return acceptsDateTime
                ? wrongHour(text, path, at: range, in: source)
                : needlessHour(text, path, at: range, in: source)
        }
        if Day.hasISOShape(text) { return noSuchDay(text, path, at: range, in: source) }
        let day = Day.guess(text)
        return dossier(
            .dayForm, "date \(source.quoted(text)) mal écrite pour \(path.quotedToken)", at: range,
            in: source, label: day.map { "écrire \"\($0.iso)\"" },
            help: "une date s’écrit année-mois-jour, comme 2020-07-08",
            fix: day.map { "\"\($0.iso)\"" })
    }

    private static func noSuchDay(
        _ text: String, _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .noSuchDay, "la date \(source.quoted(text)) n’existe pas", at: range, in: source,
            help: source.unlessHidden(Day.lengthOfItsMonth(text))
                ?? "mois de 01 à 12, année de 0001 à 9999")
    }

    private static func wrongHour(
        _ text: String, _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        dossier(
            .hour, "date et heure \(source.quoted(text)) mal écrites pour \(path.quotedToken)",
            at: range, in: source,
            help: "écrire la date seule, ou l’heure avec son décalage, "
                + "comme 2020-07-08T23:30:00+02:00 (à partir de 1996)")
    }

    private static func needlessHour(
        _ text: String, _ path: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let day = Day(parisDateTime: text) ?? Day(iso: text.prefix(10))
        return dossier(
            .hour, "date sans heure attendue pour \(path.quotedToken)", at: range, in: source,
            label: day.map { "écrire \"\($0.iso)\"" },
            help: "seul le dépôt du dossier admet une heure", fix: day.map { "\"\($0.iso)\"" })
    }
}
