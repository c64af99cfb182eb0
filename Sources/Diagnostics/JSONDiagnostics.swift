// What can be wrong with the syntax of a JSON file, in French.
// SPDX-License-Identifier: MIT

/// The stable codes of the faults of syntax.
package enum JSONCode: String, CaseIterable, Sendable {
    case empty = "json.vide"
    case binary = "json.binaire"
    case encoding = "json.encodage"
    case tooDeep = "json.profondeur"
    case unclosed = "json.non-ferme"
    case mismatch = "json.fermeture"
    case trailingText = "json.texte-apres"
    case unterminated = "json.texte-non-ferme"
    case control = "json.caractere-de-controle"
    case escape = "json.echappement"
    case surrogate = "json.demi-caractere"
    case quotes = "json.guillemets"
    case innerQuote = "json.guillemet-interieur"
    case comment = "json.commentaire"
    case strayComma = "json.virgule-en-trop"
    case missingComma = "json.virgule-manquante"
    case missingColon = "json.deux-points-manquants"
    case missingValue = "json.valeur-manquante"
    case missingKey = "json.cle-manquante"
    case bareKey = "json.cle-sans-guillemets"
    case duplicateKey = "json.cle-en-double"
    case number = "json.nombre"
    case numberTooLarge = "json.nombre-trop-grand"
    case word = "json.mot-inconnu"
    case unexpected = "json.caractere-inattendu"
}

extension Diagnostic {
    private static func json(
        _ code: JSONCode, _ message: String, at range: SourceRange, in source: SourceText,
        label: String? = nil, help: String? = nil, notes: [String] = [], fix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, message, at: Location(range, in: source), label: label, help: help,
            notes: notes, fix: fix.map(Fix.init(replacement:)))
    }
}

// MARK: - The file

extension Diagnostic {
    static func emptyFile(in source: SourceText) -> Diagnostic {
        json(
            .empty, "fichier vide", at: 0..<0, in: source,
            help: "un dossier commence par « { » et finit par « } »".typeset)
    }

    static func foreignEncoding(_ name: String, in source: SourceText) -> Diagnostic {
        Diagnostic(
            JSONCode.encoding, "fichier enregistré en \(name), et non en UTF-8",
            at: Location(file: source.path), help: saveAsUTF8)
    }

    static func binaryFile(in source: SourceText) -> Diagnostic {
        Diagnostic(
            JSONCode.binary, "ce fichier n’est pas un fichier texte JSON",
            at: Location(file: source.path),
            help: "donner le fichier JSON du dossier, et non un document Word, PDF ou ZIP")
    }

    static func wrongByte(at offset: Int, in source: SourceText) -> Diagnostic {
        json(
            .encoding, "\(source.wrongByteName(at: offset)) qui n’est pas de l’UTF-8",
            at: offset..<offset + 1, in: source, label: "ici et peut-être plus loin",
            help: saveAsUTF8,
            notes: ["le fichier est probablement enregistré en Windows-1252 (« ANSI »)".typeset])
    }

    private static let saveAsUTF8 = "enregistrer le fichier de nouveau, en choisissant UTF-8"

    static func trailingText(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .trailingText, "texte après la fin du contenu", at: range, in: source,
            help: "un fichier contient un seul objet : retirer ce qui suit".typeset)
    }
}

// MARK: - Structure

extension Diagnostic {
    static func tooDeep(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .tooDeep, "plus de \(JSONReader.depthLimit) niveaux d’imbrication", at: range,
            in: source, help: "aucun dossier n’a besoin d’une telle profondeur")
    }

    static func unclosed(_ byte: UInt8, at offset: Int, in source: SourceText) -> Diagnostic {
        let closing = byte == UInt8(ascii: "{") ? "}" : "]"
        return json(
            .unclosed, "\(bracket(byte)) jamais fermé", at: offset..<offset + 1, in: source,
            label: "ouvert ici", help: "ajouter \(closing.quotedToken) là où il manque")
    }

    static func mismatch(
        _ byte: UInt8, at offset: Int, opened start: Int, in source: SourceText
    ) -> Diagnostic {
        let opening = source.bytes[start]
        let expected = opening == UInt8(ascii: "{") ? "}" : "]"
        return json(
            .mismatch, "\(bracket(byte)) trouvé, \(expected.quotedToken) attendu",
            at: offset..<offset + 1, in: source,
            help: "vérifier accolades et crochets de part et d’autre ; la suite n’a pas été lue"
                .typeset,
            notes: ["\(bracket(opening)) ouvert à la ligne \(source.line(at: start))"])
    }

    private static func bracket(_ byte: UInt8) -> String {
        String(Unicode.Scalar(byte)).quotedToken
    }

    static func strayComma(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .strayComma, "virgule en trop", at: range, in: source, label: "à retirer", fix: "")
    }

    static func missingComma(at offset: Int, in source: SourceText) -> Diagnostic {
        json(
            .missingComma, "virgule manquante", at: offset..<offset, in: source,
            label: "« , » attendue".typeset, fix: ",")
    }

    static func wrongSeparator(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .missingComma, "point-virgule au lieu d’une virgule", at: range, in: source,
            label: "« , » attendue".typeset, fix: ",")
    }

    static func missingColon(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .missingColon, "deux-points manquants entre le champ et sa valeur", at: range,
            in: source, label: "« : » attendu".typeset, fix: ":")
    }

    static func missingValue(
        of key: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        json(
            .missingValue, "champ \(key.quotedToken) sans valeur", at: range, in: source,
            help: "écrire « : » puis la valeur, ou null si elle n’est pas connue".typeset)
    }

    static func missingKey(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .missingKey, "valeur sans nom de champ", at: range, in: source,
            help: "écrire le nom du champ entre guillemets, puis « : »".typeset)
    }

    static func bareKey(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let key = source.text(in: range)
        return json(
            .bareKey, "nom de champ \(key.quotedToken) sans guillemets", at: range, in: source,
            label: "écrire \"\(key.quotedBare)\"", fix: JSONValue.string(key).encoded())
    }

    static func duplicateKey(
        _ key: String, at range: SourceRange, first: SourceRange, in source: SourceText
    ) -> Diagnostic {
        let line = source.line(at: first.lowerBound)
        return json(
            .duplicateKey, "champ \(key.quotedToken) en double", at: range, in: source,
            help: "n’en garder qu’un", notes: ["il figure déjà à la ligne \(line)"])
    }

    static func comment(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .comment, "commentaire dans du JSON", at: range, in: source,
            help: "retirer le commentaire : JSON n’en admet pas".typeset, fix: "")
    }

    static func unexpected(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let text = source.text(in: range)
        guard let first = text.unicodeScalars.first, first.properties.isWhitespace else {
            return json(
                .unexpected, "caractère \(text.quotedToken) inattendu", at: range, in: source)
        }
        let digits = String(first.value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return json(
            .unexpected, "espace U+\(number) hors d’un texte", at: range, in: source,
            label: "une espace ordinaire convient", fix: " ")
    }
}

// MARK: - Texts

extension Diagnostic {
    static func unterminated(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .unterminated, "texte sans guillemet fermant", at: range, in: source,
            label: "« \" » attendu".typeset)
    }

    static func newlineInText(at offset: Int, in source: SourceText) -> Diagnostic {
        json(
            .control, "retour à la ligne dans un texte", at: offset..<offset, in: source,
            label: "écrire \\n, ou fermer le texte ici")
    }

    /// One byte, or a run of the same one.
    static func control(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let byte = source.bytes[range.lowerBound]
        let digits = String(byte, radix: 16, uppercase: true)
        let number = "U+00" + (digits.count < 2 ? "0" : "") + digits
        let isTab = byte == 0x09
        return json(
            .control, "\(isTab ? "tabulation" : "caractère de commande \(number)") dans un texte",
            at: range, in: source,
            label: isTab ? "écrire \\t, ou une espace" : "à retirer", fix: isTab ? "\\t" : "")
    }

    static func wrongEscape(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .escape, "\(source.text(in: range).quotedToken) n’a pas de sens en JSON", at: range,
            in: source, help: "une barre oblique inverse s’écrit \\\\")
    }

    static func loneSurrogate(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .surrogate, "\(source.text(in: range).quotedToken) n’est que la moitié d’un caractère",
            at: range, in: source, help: "écrire le caractère lui-même, en UTF-8")
    }

    static func wrongQuotes(
        around text: String, at range: SourceRange, in source: SourceText
    ) -> Diagnostic {
        json(
            .quotes, "guillemets qui ne sont pas ceux de JSON", at: range, in: source,
            label: "écrire \"\(text.quotedBare)\"", help: "JSON n’admet que le guillemet droit \"",
            fix: JSONValue.string(text).encoded())
    }

    static func innerQuote(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .innerQuote, "guillemet droit à l’intérieur d’un texte", at: range, in: source,
            label: "écrire \\\"", help: "ou se servir de guillemets français « »".typeset,
            fix: "\\\"")
    }
}

// MARK: - Numbers and words

extension Diagnostic {
    static func wrongNumber(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let text = source.text(in: range)
        if text.contains(","), let whole = text.withoutThousandsSeparators {
            return json(
                .number, "nombre \(text.quotedToken) mal écrit", at: range, in: source,
                label: "écrire \(whole)",
                help: "un nombre n’a pas de séparateur de milliers", fix: whole)
        }
        if meaning(ofWord: text.filter { !"+-".contains($0) }) == "null" {
            return json(
                .number, "nombre \(text.quotedToken) mal écrit", at: range, in: source,
                label: "vouliez-vous dire null ?".typeset,
                help: "JSON n’a ni infini ni « non-nombre » : null dit qu’il n’y a pas de valeur"
                    .typeset,
                fix: "null")
        }
        let proposal = repairedNumber(text)
        return json(
            .number, "nombre \(text.quotedToken) mal écrit", at: range, in: source,
            label: proposal.map { "écrire \($0)" },
            help: "chiffres seuls, point décimal ; une date ou un code s’écrit entre guillemets"
                .typeset,
            fix: proposal)
    }

    /// The number that was probably meant, or the text in quotes; nil when one cannot tell.
    private static func repairedNumber(_ text: String) -> String? {
        if text.first?.isNumber == true, text.contains("/") || text.dropFirst().contains("-"),
            text.utf8.allSatisfy({ JSONParser.isDigit($0) || "/-".utf8.contains($0) })
        {
            return "\"\(text)\""
        }
        // A number that starts with 0 may be a code: only its writer knows.
        guard !(text.hasPrefix("0") && text.dropFirst().first?.isNumber == true) else { return nil }
        var digits = text.filter { $0 != " " && $0 != "_" }.replacingCommas
        if digits.hasPrefix("+") { digits.removeFirst() }
        if digits.hasPrefix(".") { digits = "0" + digits }
        if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return JSONParser.grammar(of: digits.utf8) == nil ? nil : digits
    }

    static func numberTooLarge(at range: SourceRange, in source: SourceText) -> Diagnostic {
        json(
            .numberTooLarge, "nombre \(source.text(in: range).quotedToken) trop grand", at: range,
            in: source, help: "un numéro s’écrit entre guillemets")
    }

    static func unknownWord(at range: SourceRange, in source: SourceText) -> Diagnostic {
        let word = source.text(in: range)
        let meaning = meaning(ofWord: word)
        let quoted = meaning ?? JSONValue.string(word).encoded()
        return json(
            .word, "\(word.quotedToken) sans guillemets", at: range, in: source,
            label: meaning.map { "vouliez-vous dire \($0) ?".typeset },
            help: "un texte s’écrit entre guillemets ; seuls true, false et null n’en ont pas"
                .typeset,
            fix: quoted)
    }

    /// What JSON writes for a word of other languages; nil for any other word.
    static func meaning(ofWord word: String) -> String? {
        switch word.lowercased() {
        case "true", "vrai", "oui", "yes": "true"
        case "false", "faux", "non", "no": "false"
        case "null", "none", "nil", "nul", "undefined", "nan", "infinity", "inconnu": "null"
        default: nil
        }
    }
}

extension String {
    /// The digits of `12,000` or `12.000`; nil when points or commas do not part thousands.
    package var withoutThousandsSeparators: String? {
        let digits = hasPrefix("-") ? dropFirst() : self[...]
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard groups.count > 1, (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.joined().utf8.allSatisfy({ JSONParser.isDigit($0) })
        else { return nil }
        return (hasPrefix("-") ? "-" : "") + groups.joined()
    }

    /// The text cut to 60 characters and made safe, without guillemets.
    fileprivate var quotedBare: String { String(quotedToken.dropFirst(2).dropLast(2)) }

    fileprivate var replacingCommas: String {
        String(map { $0 == "," ? "." : $0 })
    }
}
