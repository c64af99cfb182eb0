// Values as they are typed on a command line.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Reads the value of a parameter, of the type of the values that the policy gives it.
struct ParameterText {
    private let text: String
    private let name: String

    /// Takes the whole replacement and its name, for messages.
    init(_ text: String, _ name: String) {
        self.text = text
        self.name = name
    }

    /// The constant that a value means.
    func constant(_ value: String, like known: [Constant]) throws(ReplacementFault) -> Constant {
        guard let model = known.first else { return .text(value) }
        guard !value.isEmpty else {
            throw ReplacementFault(
                text, "un paramètre a toujours une valeur : \(name.quotedToken)",
                help: "seul un fait se retire en ne mettant rien après « = »")
        }
        switch model {
        case .text: return .text(value.normalized)
        case .integer, .decimal: return try number(value)
        case .boolean: return .boolean(try Words(text, name).boolean(value))
        case .day:
            guard let day = Day(iso: value) else {
                throw Words(text, name).fault(
                    "jour attendu", value, help: "un jour s’écrit année-mois-jour, comme 2020-07-08"
                )
            }
            return .day(day)
        case .list(let elements): return .list(try list(value, like: elements.first))
        }
    }

    private func number(_ value: String) throws(ReplacementFault) -> Constant {
        switch try Words(text, name).number(value, isWhole: false) {
        case .integer(let number): .integer(number)
        case .number(let number): .decimal(number)
        default: .integer(0)
        }
    }

    private func list(
        _ value: String, like model: Constant?
    ) throws(ReplacementFault) -> [Constant] {
        guard case .array(let elements)? = JSONValue(typed: value) else {
            throw Words(text, name).fault("liste attendue", value, help: Words.listHelp)
        }
        var constants: [Constant] = []
        for element in elements {
            switch (element, model) {
            case (.string(let word), .day?):
                constants.append(try constant(word, like: [.day(Day(clamping: 1))]))
            case (.string(let word), .text?), (.string(let word), nil):
                constants.append(.text(word.normalized))
            case (.integer(let number), .integer?), (.integer(let number), .decimal?),
                (.integer(let number), nil):
                constants.append(.integer(number))
            case (.number(let number), .integer?), (.number(let number), .decimal?),
                (.number(let number), nil):
                constants.append(.decimal(number))
            case (.boolean(let flag), .boolean?), (.boolean(let flag), nil):
                constants.append(.boolean(flag))
            default:
                throw Words(text, name).fault(
                    "élément d’une autre sorte que ceux de la politique", element.encoded())
            }
        }
        return constants
    }
}

/// Reads the value of a fact, of the type that the schema gives it.
struct FactText {
    private let text: String
    private let name: String

    /// Takes the whole replacement and its name, for messages.
    init(_ text: String, _ name: String) {
        self.text = text
        self.name = name
    }

    /// The JSON that a value means; what a text may be is left to the reader of dossiers.
    func json(_ value: String, _ type: FactType) throws(ReplacementFault) -> JSONValue {
        switch type {
        case .text, .closed, .country, .identifier, .day: return .string(value)
        case .integer: return try Words(text, name).number(value, isWhole: true)
        case .decimal: return try Words(text, name).number(value, isWhole: false)
        case .boolean: return .boolean(try Words(text, name).boolean(value))
        case .list:
            guard let json = JSONValue(typed: value), case .array = json else {
                throw Words(text, name).fault("liste attendue", value, help: Words.listHelp)
            }
            return json
        case .record:
            guard let json = JSONValue(typed: value), case .object = json else {
                throw Words(text, name).fault(
                    "ensemble de faits attendu", value,
                    help: "donner un fait à la fois, comme \(name).…=valeur")
            }
            return json
        }
    }
}

/// Numbers and Booleans as French officers type them.
private struct Words {
    private let text: String
    private let name: String

    static let listHelp = #"écrire une liste entre crochets, comme ["promotion"] ou []"#

    init(_ text: String, _ name: String) {
        self.text = text
        self.name = name
    }

    func fault(_ expectation: String, _ value: String, help: String? = nil) -> ReplacementFault {
        let removal = "pour retirer le fait, ne rien mettre après « = »"
        return ReplacementFault(
            text, "\(expectation) pour \(name.quotedToken), \(value.quotedToken) trouvé",
            help: value.lowercased() == "inconnu" ? removal : help)
    }

    /// A number whose decimals follow a point or a comma; groups of digits may stand apart by
    /// spaces, not by points, since « 12.000 » may mean two things.
    func number(_ value: String, isWhole: Bool) throws(ReplacementFault) -> JSONValue {
        let expectation = isWhole ? "nombre entier attendu" : "nombre attendu"
        let digits = value.filter { !$0.isWhitespace }
        if let number = Int64(digits) { return .integer(number) }
        if let thousands = digits.withoutThousandsSeparators {
            throw fault(
                expectation, value,
                help: "écrire \(thousands), sans séparateur de milliers"
                    + (isWhole ? "" : ", ou moins de trois décimales"))
        }
        let point = String(digits.map { $0 == "," ? "." : $0 })
        guard !isWhole, let number = Double(point), number.isFinite,
            point.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) })
        else { throw fault(expectation, value, help: "écrire le nombre en chiffres") }
        return .number(number)
    }

    func boolean(_ value: String) throws(ReplacementFault) -> Bool {
        switch value.lowercased() {
        case "oui", "vrai", "true": return true
        case "non", "faux", "false": return false
        default: throw fault("oui ou non attendu", value)
        }
    }
}

extension JSONValue {
    /// Reads JSON that was typed; nil for anything else.
    fileprivate init?(typed text: String) {
        let document = JSONReader.read(SourceText(path: "", text: text))
        guard document.diagnostics.isEmpty, let root = document.root else { return nil }
        self.init(root)
    }
}
