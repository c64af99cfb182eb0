// The texts of the checker's findings about types, comparisons and arguments.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

extension PolicyFinding {
    /// A value of the wrong type in a place that takes one type.
    static func wrongType(
        _ what: String, expected: String, found: PolicyType, help: String? = nil
    ) -> PolicyFinding {
        PolicyFinding(
            code: .type,
            message: "\(what) doit être \(expected), non \(found.article)", help: help)
    }

    /// An operator between types that it does not take.
    static func wrongOperands(
        _ sign: String, _ left: PolicyType, _ right: PolicyType, help: String? = nil
    ) -> PolicyFinding {
        PolicyFinding(
            code: .type,
            message: "« \(sign) » ne s’applique pas à \(left.article) et \(right.article)",
            help: help)
    }

    /// A one-sided operator on a type that it does not take.
    static func wrongOperand(_ sign: String, _ type: PolicyType) -> PolicyFinding {
        PolicyFinding(
            code: .type, message: "« \(sign) » ne s’applique pas à \(type.article)")
    }

    /// A number added to a day.
    static func numberAddedToDay(_ sign: String, number: String) -> PolicyFinding {
        PolicyFinding(
            code: .dayAndNumber,
            message: "« \(sign) » ne s’applique pas à un jour et un nombre",
            help: "écrivez « jours(\(number)) »")
    }

    /// A comparison between different types.
    static func unlike(_ left: PolicyType, _ right: PolicyType, help: String?) -> PolicyFinding {
        PolicyFinding(
            code: .comparison,
            message: "\(left.article) ne se compare pas à \(right.article)",
            help: help ?? "comparez deux valeurs de même type")
    }

    /// A comparison of months with days.
    static func monthsAndDays() -> PolicyFinding {
        PolicyFinding(
            code: .comparedDurations,
            message: "une durée en mois ne se compare pas à une durée en jours",
            help: "comparez des jours : « debut + mois(n) », ou comptez par « mois_revolus »")
    }

    /// `or` after a value that is no condition.
    static func orAsDefault(_ value: String, _ fallback: String) -> PolicyFinding {
        PolicyFinding(
            code: .orAsDefault,
            message: "« or » relie deux conditions, il ne donne pas de valeur par défaut",
            help: "écrivez « defaut(\(value), \(fallback)) »")
    }

    /// `a == "x" or "y"`.
    static func orOfTexts(_ subject: String, _ values: [String]) -> PolicyFinding {
        let remedy = "parmi(\(subject), { \(values.joined(separator: ", ")) })"
        return PolicyFinding(
            code: .type, message: "« or » relie deux conditions, et non deux textes",
            label: "écrivez « \(remedy) »", fix: remedy)
    }

    /// `a and b or c`.
    static func andOr(_ condition: String, _ first: String, _ second: String) -> PolicyFinding {
        PolicyFinding(
            code: .andOr,
            message: "« a and b or c » ne choisit pas entre deux valeurs",
            help: "écrivez « si_sinon(\(condition), \(first), \(second)) »")
    }

    /// `ans(1.5)`.
    static func fractionalDuration(_ name: String, _ number: String) -> PolicyFinding {
        PolicyFinding(
            code: .type,
            message: "« \(name) » attend un nombre entier, non « \(number) »",
            help: "une durée se compte en années, en mois ou en jours entiers")
    }

    /// A function given to a builtin that names more or fewer arguments than it gets.
    static func wrongCallback(_ name: String, given: Int, found: Int) -> PolicyFinding {
        let count = given > 1 ? "\(given) arguments" : "un argument"
        return PolicyFinding(
            code: .arguments,
            message: "« \(name) » donne \(count) à la fonction, qui en nomme \(found)",
            help: "écrivez « function(\(given > 1 ? "a, b" : "e")) return … end »")
    }

    /// A call that gives two values where one is meant.
    static func severalValues(of name: String, _ call: String) -> PolicyFinding {
        PolicyFinding(
            code: .severalValues,
            message: "« \(name) » donne plusieurs valeurs, et « table.insert » en prend une",
            label: "mettez cet appel entre parenthèses", fix: "(\(call))")
    }

    /// A text or nothing, or a number or nothing, where a rule wants true or false.
    static func presenceWanted(_ type: PolicyType, _ call: String) -> PolicyFinding {
        PolicyFinding(
            code: .type,
            message: "une condition doit être un booléen, non \(type.article) ou rien",
            label: "écrivez « \(call) ~= nil »", fix: "\(call) ~= nil")
    }

    /// A text that a closed list does not hold.
    static func outsideList(_ text: String, _ list: ClosedList, isQuoted: Bool) -> PolicyFinding {
        let nearest = Spelling.nearest(to: text, among: list.values)
        return PolicyFinding(
            code: .outsideList,
            message: "\(text.quotedToken) n’est pas une valeur de « \(list.name) »",
            label: proposal(nearest),
            help: "valeurs admises : \(list.values.joined(separator: ", "))",
            fix: nearest.map { isQuoted ? "\"\($0)\"" : $0 })
    }

    /// A text that is no country code.
    static func unknownCountry(_ text: String) -> PolicyFinding {
        PolicyFinding(
            code: .unknownCountry, message: "\(text.quotedToken) n’est pas un code de pays",
            help: "un pays s’écrit par son code ISO à deux lettres, par exemple \"MG\"")
    }

    /// Too few or too many arguments.
    static func wrongCount(_ name: String, expected: String, found: Int, usage: String?)
        -> PolicyFinding
    {
        PolicyFinding(
            code: .arguments,
            message: "« \(name) » : \(expected), \(found) donné\(found > 1 ? "s" : "")",
            help: usage.map { "on écrit « \($0) »" })
    }

    /// A call of what is no function.
    static func notFunction(_ type: PolicyType) -> PolicyFinding {
        if case .walk = type {
            return PolicyFinding(
                code: .notFunction,
                message: "ce que donne « ipairs », « pairs » ou « string.gmatch » ne s’appelle pas",
                help: "écrivez-le après « in », qui l’appelle : for mot in string.gmatch(…) do")
        }
        return PolicyFinding(
            code: .notFunction, message: "\(type.article) ne s’appelle pas",
            help: "retirez les parenthèses")
    }

    /// A module that gives something else than one table.
    static func moduleWithoutTable() -> PolicyFinding {
        PolicyFinding(
            code: .moduleWithoutTable, message: "un module rend une table, et rien d’autre",
            help: "finissez le fichier par « return { nom = nom, … } »")
    }

    /// A field of what has no fields.
    static func notIndexable(_ type: PolicyType) -> PolicyFinding {
        PolicyFinding(
            code: .withoutFields, message: "\(type.article) n’a pas de champs",
            help: "lisez la valeur elle-même, sans ce qui suit le point")
    }

    /// A field of a list.
    static func fieldOfList(_ field: String) -> PolicyFinding {
        PolicyFinding(
            code: .withoutFields,
            message: "\(field.quotedToken) est demandé à une liste, non à un de ses éléments",
            help: "parcourez la liste par « existe », « tous », « premier » ou « ipairs »")
    }

    /// A list of the dossier indexed by a number.
    static func indexedList() -> PolicyFinding {
        PolicyFinding(
            code: .indexedList,
            message: "une liste se parcourt, elle ne se lit pas par numéro",
            help: "employez « existe », « tous », « compte », « premier » ou « ipairs »")
    }

    /// A keyed table read without a key.
    static func keyNeeded(_ table: String) -> PolicyFinding {
        PolicyFinding(
            code: .keyNeeded, message: "la table « \(table) » se lit par sa clé",
            help: "écrivez « \(table)[x].colonne »")
    }

    /// Months added to a day in a rule without `arrondi`.
    static func roundingMissing(rule: String) -> PolicyFinding {
        PolicyFinding(
            code: .roundingMissing,
            message: "des mois ajoutés à un jour peuvent n’avoir pas de jour exact",
            help: "ajoutez à la règle « arrondi = \"dernier_jour\" » ou « \"jour_suivant\" »",
            notes: ["pour la règle « \(rule) »"])
    }

    /// Equality of numbers with decimals.
    static func floatEquality(_ sign: String) -> PolicyFinding {
        PolicyFinding(
            severity: .warning, code: .decimalEquality,
            message: "« \(sign) » entre nombres à virgule dépend des arrondis",
            help: "comparez par « <= », « >= » ou « entre »")
    }
}

extension PolicyType {
    /// The French name with its article.
    var article: String {
        switch known {
        case .duration, .list, .record, .keyedTable, .ownTables, .function, .walk, .any,
            .library:
            "une \(name)"
        case .nothing: "une absence de valeur"
        default: "un \(name)"
        }
    }
}
