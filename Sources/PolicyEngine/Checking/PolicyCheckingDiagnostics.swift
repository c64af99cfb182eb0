// The texts of the checker's findings about names: what is not known, not visible, not used.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PolicyFinding {
    /// A name that is nothing known.
    static func unknownName(_ name: String, nearest: String?) -> PolicyFinding {
        PolicyFinding(
            code: .unknownName, message: "nom inconnu : « \(name) »",
            label: proposal(nearest),
            help: nearest == nil
                ? "déclarez-le par « local », « parametre », « donnees » ou « calcul »" : nil,
            fix: nearest)
    }

    /// A field that a record, a row or a table of the file does not have.
    static func unknownField(_ name: String, of owner: FieldOwner) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: owner.fields)
        return PolicyFinding(
            code: owner.code, message: "\(owner.noun) inconnu\(owner.ending) : \(name.quotedToken)",
            label: proposal(nearest),
            help: owner.fields.isEmpty
                ? nil : "\(owner.title) a : \(owner.fields.joined(separator: ", "))",
            fix: nearest)
    }

    /// A personal fact where a text is made.
    static func quotedPerson(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .quotedPerson,
            message:
                "le fait « \(name) » peut dire quelque chose d’une personne : aucun texte ne le "
                + "cite",
            help: "retirez-le de ce texte, de ce calcul, de cette clé ou de cet appel à « error », "
                + "« assert », « jour » ou « defaut » ; « renseigne » dit s’il est au dossier, "
                + "« nombre » compte une liste")
    }

    /// A field, whose name only the run knows, of a record that holds personal facts.
    static func quotedField(_ key: String) -> PolicyFinding {
        PolicyFinding(
            code: .quotedPerson,
            message:
                "le fait que \(key.quotedToken) désigne peut dire quelque chose d’une personne : "
                + "aucun texte ne le cite",
            help: "écrivez le nom du fait après un point, par exemple « expertise.domaine »")
    }

    /// A field that one table of a list lacks, where it has a name near it.
    static func misspeltDeclaration(_ name: String, _ slip: String, line: Int) -> PolicyFinding {
        PolicyFinding(
            code: .unknownKey, message: "clé inconnue : \(name.quotedToken)",
            label: "une des tables a \(slip.quotedToken) à sa place",
            help: "corrigez \(slip.quotedToken) à la ligne \(line)")
    }

    /// What is asked for a field.
    enum FieldOwner {
        case facts(String, fields: [String])
        case row(String, fields: [String])
        case ownTable(fields: [String])

        /// The names known.
        var fields: [String] {
            switch self {
            case .facts(_, let fields), .row(_, let fields), .ownTable(let fields): fields
            }
        }

        fileprivate var code: PolicyCode {
            switch self {
            case .facts: .unknownFact
            case .row: .unknownColumn
            case .ownTable: .unknownKey
            }
        }

        fileprivate var noun: String {
            switch self {
            case .facts: "fait"
            case .row: "colonne"
            case .ownTable: "clé"
            }
        }

        fileprivate var ending: String {
            switch self {
            case .facts: ""
            case .row, .ownTable: "e"
            }
        }

        fileprivate var title: String {
            switch self {
            case .facts(let name, _): "« \(name) »"
            case .row(let name, _): "la table « \(name) »"
            case .ownTable: "la table"
            }
        }
    }

    /// A function of Lua that policies do not have.
    static func absentFunction(_ name: String) -> PolicyFinding {
        let nearest = PolicyVocabulary.replacements[name]
        let remedy = PolicyVocabulary.remedies[name]
        let others =
            "une politique ne lit ni l’horloge, ni les fichiers, ni le hasard, "
            + "et n’attrape pas les erreurs ; « sceau schema langage » donne ses fonctions"
        return PolicyFinding(
            code: .absentFunction,
            message: "la fonction « \(name) » de Lua n’existe pas dans les politiques",
            label: proposal(nearest), help: nearest == nil ? remedy ?? others : nil)
    }

    /// A French word used for Lua's own.
    static func frenchWord(_ word: String, lua: String) -> PolicyFinding {
        PolicyFinding(
            code: .frenchWord, message: "« \(word) » n’est pas un mot de Lua",
            label: "écrivez « \(lua) »", fix: lua)
    }

    /// A fact, parameter, table or calcul named in a helper function or at the file's level.
    static func factOutsideRule(_ name: String, function: String?) -> PolicyFinding {
        if let function {
            return PolicyFinding(
                code: .factOutsideRule,
                message: "la fonction « \(function) » ne voit pas « \(name) »",
                help: "ajoutez un argument à la fonction, et donnez-lui « \(name) » à l’appel")
        }
        return PolicyFinding(
            code: .factOutsideRule,
            message: "« \(name) » n’est connu que dans une règle",
            help: "le reste du fichier est lu une fois, sans dossier : "
                + "déplacez ce calcul dans un champ d’une règle")
    }

    /// A local that nothing reads.
    static func unusedLocal(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .unusedLocal, message: "« \(name) » n’est lu nulle part",
            help: "retirez-le, ou commencez son nom par « _ »")
    }

    /// A local named like something that rules read.
    static func shadowing(_ name: String, what: String) -> PolicyFinding {
        PolicyFinding(
            code: .shadowing, message: "« \(name) » est déjà le nom d’\(what)",
            help: "donnez un autre nom")
    }

    /// An assignment to a name that no `local` declares.
    static func globalAssignment(_ name: String, nearest: String?) -> PolicyFinding {
        PolicyFinding(
            code: .globalAssignment,
            message: "« \(name) » n’est pas déclaré",
            label: proposal(nearest) ?? "déclarez-le par « local \(name) = … »")
    }

    /// `function f()` without `local`.
    static func globalFunction(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .globalFunction,
            message: "la fonction « \(name) » doit être locale",
            label: "écrivez « local function \(name) »")
    }

    /// An assignment, in a function, to a local that is not the function's own.
    static func outerAssignment(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .outerAssignment,
            message: "une fonction ne change que ses propres variables : "
                + "« \(name) » n’en est pas une",
            help: "rendez la valeur par « return »")
    }

    /// An assignment to what the dossier or a table holds.
    static func factAssignment() -> PolicyFinding {
        PolicyFinding(
            code: .factAssignment,
            message: "une règle ne change ni le dossier ni les données",
            help: "mettez la nouvelle valeur dans un « local »")
    }

    /// An assignment to a table of a module, in another file.
    static func moduleAssignment() -> PolicyFinding {
        PolicyFinding(
            code: .moduleAssignment,
            message: "un fichier ne change pas la table d’un module",
            help: "remplissez-la dans le module, ou recopiez-la dans une table de ce fichier")
    }

    /// `refus`, `examen` or `piece` outside `sinon`.
    static func effectOutsideSinon(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .unknownName, message: "nom inconnu : « \(name) »",
            help: "« \(name) \"…\" » n’est admis que dans le champ « sinon » d’un critere")
    }
}
