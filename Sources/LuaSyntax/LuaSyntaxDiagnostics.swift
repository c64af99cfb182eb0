// Every text that the parser shows: what is wrong with a Lua text, and how to repair it.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The stable codes of the faults of Lua texts.
package enum LuaCode: String, CaseIterable, Sendable {
    case unassignable = "lua.affectation-impossible"
    case afterReturn = "lua.apres-return"
    case expectedArguments = "lua.arguments-attendus"
    case unknownAttribute = "lua.attribut-inconnu"
    case binary = "lua.binaire"
    case breakOutside = "lua.break-hors-boucle"
    case unknownCharacter = "lua.caractere-inconnu"
    case unfinishedLongString = "lua.chaine-longue-non-terminee"
    case unfinishedString = "lua.chaine-non-terminee"
    case key = "lua.cle"
    case severalClose = "lua.close-multiple"
    case foreignComment = "lua.commentaire-inconnu"
    case unfinishedComment = "lua.commentaire-non-termine"
    case constantAssigned = "lua.constante-affectee"
    case longBracket = "lua.crochet-long"
    case decimalEscape = "lua.echappement-decimal"
    case hexEscape = "lua.echappement-hexadecimal"
    case unknownEscape = "lua.echappement-inconnu"
    case unicodeEscape = "lua.echappement-unicode"
    case singleEqual = "lua.egal-simple"
    case foreignSpace = "lua.espace-inconnue"
    case duplicateLabel = "lua.etiquette-double"
    case unknownLabel = "lua.etiquette-inconnue"
    case expectedValue = "lua.expression-attendue"
    case chainTooLong = "lua.expression-trop-longue"
    case expectedBracket = "lua.fermeture-attendue"
    case expectedEnd = "lua.fin-attendue"
    case unexpectedCloser = "lua.fin-de-trop"
    case typographicQuotes = "lua.guillemets-typographiques"
    case tooDeep = "lua.imbrication"
    case expectedStatement = "lua.instruction-attendue"
    case incompleteStatement = "lua.instruction-incomplete"
    case expectedToken = "lua.jeton-inattendu"
    case frenchWord = "lua.mot-francais"
    case reservedWord = "lua.mot-reserve"
    case expectedName = "lua.nom-attendu"
    case nonASCIIName = "lua.nom-non-ascii"
    case number = "lua.nombre-mal-forme"
    case foreignOperator = "lua.operateur-inconnu"
    case varargsOutside = "lua.points-hors-fonction"
    case jumpIntoScope = "lua.saut-dans-locale"
    case missingComma = "lua.virgule-manquante"
}

/// The token that stands where another was expected.
enum FoundToken {
    case token(String)
    case string
    case end

    /// The end of a message.
    fileprivate var butNot: String {
        switch self {
        case .token(let spelling): ", et non \(quoted(spelling))"
        case .string: ", et non une chaîne de caractères"
        case .end: ", et non la fin du texte"
        }
    }
}

/// The token that opened what should be closed.
struct Opening {
    /// As written.
    let spelling: String
    /// Where it stands.
    let line: Int
}

private func quoted(_ text: String) -> String { "« \(text) »" }

private func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

// MARK: - Characters, strings and numbers

extension Diagnostic {
    static func binaryChunk(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.binary, "fichier compilé et non texte", at: location,
            help: "donnez le texte source, en UTF-8")
    }

    static func unknownCharacter(
        _ scalar: Unicode.Scalar, meant: String?, at location: Location
    ) -> Diagnostic {
        let isVisible =
            scalar.value > 0x20 && scalar.value != 0x7F && scalar != "\u{FFFD}"
            && scalar.properties.generalCategory != .control
            && scalar.properties.generalCategory != .format
        let shown = isVisible ? quoted(String(Character(scalar))) : codePoint(scalar)
        return Diagnostic(
            LuaCode.unknownCharacter, "caractère \(shown) inconnu de Lua", at: location,
            label: meant.map { "écrivez \(quoted($0))" },
            help: meant == nil ? "retirez-le, ou mettez entre guillemets le texte où il est" : nil,
            fix: meant.map { Fix(replacement: $0) })
    }

    static func foreignSpace(_ scalar: Unicode.Scalar, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.foreignSpace, "espace \(codePoint(scalar)) inconnue de Lua", at: location,
            label: "mettez une espace ordinaire", fix: Fix(replacement: " "))
    }

    static func nonASCIIName(
        _ name: String, meant: String?, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            LuaCode.nonASCIIName,
            "nom \(quoted(name)) écrit avec une lettre accentuée ou étrangère",
            at: location, label: meant.map { "écrivez \(quoted($0))" },
            help: nameShape, fix: meant.map { Fix(replacement: $0) })
    }

    /// A quote of a word processor; `content` is absent when its end is missing.
    static func typographicQuotes(
        _ opening: String, content: String?, at location: Location
    ) -> Diagnostic {
        let plain = content?.trimmingForeignSpaces ?? ""
        let isSimple = !plain.contains("\"") && !plain.contains("\\")
        return Diagnostic(
            LuaCode.typographicQuotes,
            "guillemet typographique \(quoted(opening)) inconnu de Lua",
            at: location, label: "mettez des guillemets droits",
            help: #"les textes s’écrivent entre guillemets droits : "texte""#,
            fix: content != nil && isSimple ? Fix(replacement: "\"\(plain)\"") : nil)
    }

    static func foreignOperator(
        _ spelling: String, meant: String, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            LuaCode.foreignOperator, "opérateur \(quoted(spelling)) inconnu de Lua", at: location,
            label: "écrivez \(quoted(meant))", fix: Fix(replacement: meant))
    }

    static func foreignComment(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.foreignComment, "\(quoted(spelling)) ne commence pas un commentaire",
            at: location, label: "écrivez « -- »")
    }

    static func unfinishedString(quote: UInt8, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unfinishedString, "chaîne de caractères non terminée sur sa ligne",
            at: location,
            help: "fermez-la par \(quoted(String(UnicodeScalar(quote)))) "
                + "ou écrivez un texte de plusieurs lignes entre « [[ » et « ]] »")
    }

    static func unfinishedLongString(level: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unfinishedLongString, "chaîne de caractères jamais terminée", at: location,
            label: "ouverte ici", help: "fermez-la par \(quoted(closing(level: level)))")
    }

    static func unfinishedComment(level: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unfinishedComment, "commentaire jamais terminé", at: location,
            label: "ouvert ici", help: "fermez-le par \(quoted(closing(level: level)))")
    }

    static func malformedLongBracket(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.longBracket, "ouverture de chaîne incomplète", at: location,
            help: "une chaîne longue s’ouvre par « [[ » ou « [=[ »")
    }

    static func unknownEscape(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unknownEscape,
            "séquence \(quoted(shown(spelling))) inconnue dans une chaîne",
            at: location, help: #"pour une barre oblique inverse, écrivez « \\ »"#)
    }

    static func malformedHexEscape(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.hexEscape, "séquence \(quoted(spelling)) incomplète", at: location,
            help: #"« \x » veut deux chiffres hexadécimaux, comme « \x41 »"#)
    }

    static func decimalEscapeTooLarge(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.decimalEscape, "séquence \(quoted(spelling)) trop grande", at: location,
            help: #"le plus grand octet s’écrit « \255 »"#)
    }

    static func malformedUnicodeEscape(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unicodeEscape, #"séquence « \u » mal formée"#, at: location,
            help: #"écrivez le numéro du caractère entre accolades, comme « \u{E9} »"#)
    }

    static func unicodeEscapeTooLarge(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unicodeEscape, #"séquence « \u » trop grande"#, at: location,
            help: "le plus grand numéro est 7FFFFFFF")
    }

    static func malformedNumber(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.number, "nombre \(quoted(spelling)) mal formé", at: location,
            help: "la virgule décimale s’écrit « . » et un nom ne commence pas par un chiffre")
    }

    /// The closing long bracket of a level.
    private static func closing(level: Int) -> String {
        "]" + String(repeating: "=", count: level) + "]"
    }

    private static func shown(_ spelling: String) -> String {
        spelling.unicodeScalars.contains { $0.value < 0x20 } ? "\\" : spelling
    }
}

// MARK: - Grammar

extension Diagnostic {
    static func expectedToken(
        _ expected: String, found: FoundToken, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedToken, "\(quoted(expected)) attendu" + found.butNot, at: location,
            label: "ajoutez \(quoted(expected)) ici")
    }

    /// A bracket or, when `isWord`, `end` or `until` that is missing.
    static func expectedCloser(
        _ expected: String, of opening: Opening, found: FoundToken, at location: Location,
        isWord: Bool
    ) -> Diagnostic {
        Diagnostic(
            isWord ? LuaCode.expectedEnd : .expectedBracket,
            "\(quoted(expected)) attendu" + found.butNot, at: location,
            label: "pour fermer \(quoted(opening.spelling)) de la ligne \(opening.line)")
    }

    static func unexpectedCloser(_ spelling: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unexpectedCloser, "\(quoted(spelling)) ne ferme rien", at: location,
            help: "retirez-le, ou cherchez plus haut une ouverture qui manque")
    }

    static func missingComma(before found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.missingComma, "virgule attendue entre deux champs" + found.butNot,
            at: location, label: "il manque une virgule ici", fix: Fix(replacement: ","))
    }

    static func expectedName(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedName, "nom attendu" + found.butNot, at: location, help: nameShape)
    }

    static func reservedWord(_ word: String, isKey: Bool, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.reservedWord, "\(quoted(word)) est un mot de Lua et ne peut servir de nom",
            at: location, label: isKey ? "écrivez \(quoted("[\"\(word)\"]"))" : nil,
            help: isKey ? "ou choisissez un autre nom" : "choisissez un autre nom",
            fix: isKey ? Fix(replacement: "[\"\(word)\"]") : nil)
    }

    static func expectedValue(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedValue, "valeur attendue" + found.butNot, at: location,
            help: "écrivez ici un nom, un nombre, un texte entre guillemets ou un calcul")
    }

    static func expectedArguments(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedArguments, "arguments attendus" + found.butNot, at: location,
            help: "après « objet:methode », ouvrez une parenthèse ; un champ se lit avec « . »")
    }

    static func expectedStatement(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedStatement, "instruction attendue" + found.butNot, at: location,
            help: statementShape)
    }

    static func incompleteStatement(_ text: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.incompleteStatement, "\(quoted(excerpt(text))) n’est pas une instruction",
            at: location, help: statementShape)
    }

    static func unassignable(_ text: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unassignable, "\(quoted(excerpt(text))) ne peut recevoir de valeur",
            at: location, help: "seuls un nom ou un champ reçoivent une valeur")
    }

    static func compoundAssignment(
        _ spelling: String, operation: String, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            LuaCode.foreignOperator, "opérateur \(quoted(spelling)) inconnu de Lua", at: location,
            help: "répétez le nom : \(quoted("total = total \(operation) …"))")
    }

    static func expectedForHeader(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedToken, "« = » ou « in » attendu" + found.butNot, at: location,
            help: "écrivez « for i = 1, 10 do » ou « for cle, valeur in pairs(liste) do »")
    }

    static func expectedParameter(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedName, "nom de paramètre ou « ... » attendu" + found.butNot,
            at: location,
            help: nameShape)
    }

    static func expectedEndOfExpression(found: FoundToken, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.expectedToken, "fin de l’expression attendue" + found.butNot, at: location)
    }

    static func afterReturn(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.afterReturn, "instruction placée après « return »", at: location,
            help: "« return » est la dernière instruction de son bloc")
    }

    static func singleEqual(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.singleEqual, "« = » donne une valeur et ne compare pas", at: location,
            label: "pour comparer, écrivez « == »", fix: Fix(replacement: "=="))
    }

    static func bareKey(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.key, "« = » après ce qui n’est pas un nom simple", at: location,
            help: "une clé avec un point, un tiret ou un numéro s’écrit [\"a.b\"] = valeur")
    }

    static func frenchWord(_ word: String, meant: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.frenchWord, "mot français \(quoted(word)) à la place d’un mot de Lua",
            at: location, label: "écrivez \(quoted(meant))", fix: Fix(replacement: meant))
    }

    static func nestedTooDeep(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.tooDeep, "texte imbriqué trop profondément", at: location,
            help: "\(Parser.levelLimit) niveaux au plus : donnez un nom à une partie")
    }

    static func chainTooLong(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.chainTooLong, "expression trop longue", at: location,
            help: "\(Parser.heightLimit) opérations de suite au plus : donnez un nom à une partie")
    }

    private static let nameShape =
        "un nom se compose de lettres sans accent, de chiffres et de « _ », et commence par une lettre"

    private static let statementShape =
        "une instruction donne une valeur à un nom ou appelle une fonction"

    /// The start of a text, on one line.
    private static func excerpt(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > 40 || line.count < text.count ? line.prefix(39) + "…" : line
    }
}

// MARK: - Scope

extension Diagnostic {
    static func unknownAttribute(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unknownAttribute, "attribut \(quoted(name)) inconnu", at: location,
            help: "attributs admis : const, close")
    }

    static func severalClose(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.severalClose, "second attribut « close » dans une même déclaration",
            at: location, help: "déclarez chaque nom dans sa propre instruction « local »")
    }

    static func constantAssigned(_ name: String, line: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.constantAssigned,
            "\(quoted(name)) est une constante et ne change pas de valeur",
            at: location, help: "donnez un autre nom, ou retirez « <const> » de la déclaration",
            notes: ["\(quoted(name)) déclaré constant ligne \(line)"])
    }

    static func varargsOutside(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.varargsOutside, "« ... » dans une fonction qui n’en reçoit pas",
            at: location, help: "ajoutez « ... » à la fin des paramètres de la fonction")
    }

    static func breakOutside(at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.breakOutside, "« break » hors d’une boucle", at: location,
            help: "retirez-le, ou placez-le dans une boucle « for » ou « while »")
    }

    static func unknownLabel(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.unknownLabel, "étiquette \(quoted(name)) inconnue ici", at: location,
            help:
                "une étiquette s’écrit « ::\(name):: » dans le même bloc ou dans un bloc qui l’entoure"
        )
    }

    static func duplicateLabel(_ name: String, line: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            LuaCode.duplicateLabel, "étiquette \(quoted(name)) déjà posée", at: location,
            help: "donnez à chaque étiquette son propre nom",
            notes: ["\(quoted(name)) posée ligne \(line)"])
    }

    static func jumpIntoScope(
        _ name: String, local: String, line: Int, at location: Location
    ) -> Diagnostic {
        Diagnostic(
            LuaCode.jumpIntoScope,
            "saut vers \(quoted(name)) par-dessus la déclaration de \(quoted(local))",
            at: location, help: "placez la déclaration avant le saut",
            notes: ["\(quoted(local)) déclaré ligne \(line)"])
    }
}

extension String {
    /// A note on a block whose margin tells that it lacks its end.
    static func suspectedOpening(_ spelling: String, line: Int, closedAt closing: Int) -> String {
        "\(quoted(spelling)) de la ligne \(line) est fermé par « end » de la ligne \(closing), "
            + "moins en retrait\u{A0}: son « end » manque peut-être"
    }

    /// The text without the spaces that French typography puts inside its quotes.
    fileprivate var trimmingForeignSpaces: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
            let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
