// The texts of what is wrong in test files.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// The stable codes of the faults of test files, and of a change that a case cannot make.
package enum TestCode: String, CaseIterable, Sendable {
    case alreadyAbsent = "politique.test-fait-absent"
    case refusedAndMore = "politique.test-attente"
    case emptyExpectation = "politique.test-attente-vide"
    case path = "politique.test-chemin"
    case rowWithoutKey = "politique.test-cle"
    case repeatedRow = "politique.test-cle-en-double"
    case repeatedColumn = "politique.test-colonne"
    case policyInTest = "politique.test-construction"
    case missingDossier = "politique.test-dossier"
    case repeatedTest = "politique.test-en-double"
    case notATest = "politique.test-instruction"
    case width = "politique.test-largeur"
    case unknownName = "politique.test-nom-inconnu"
    case count = "politique.test-nombre"
    case facet = "politique.test-resultat"
    case noExpectation = "politique.test-sans-attente"
    case noDecisionDay = "politique.test-sans-jour"
    case noRow = "politique.test-sans-ligne"
    case nameless = "politique.test-sans-nom"
    case type = "politique.test-type"
    case unnamedValue = "politique.test-valeur"
    case values = "politique.test-valeurs"
    case edit = "test.modification"
}

extension PolicyFinding {
    /// A statement that is no construct of test files.
    static func notATest() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.notATest,
            message: "un fichier de tests ne contient que « cas », « tableau », « propriete » "
                + "et « survivant »",
            help: "écrivez les valeurs telles quelles, sans variable ni fonction")
    }

    /// A construct of policies in a test file.
    static func policyInTest(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.policyInTest,
            message: "\(kind.rawValue.quotedToken) ne se place pas parmi les tests",
            help: "déplacez cette règle dans le dossier d’un régime")
    }

    /// A name that two tests have.
    static func repeatedTest(_ name: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.repeatedTest, message: "deux tests se nomment \(name.quotedToken)",
            help: "changez l’un des deux noms", notes: ["premier : \(first)"])
    }

    /// A test without a name.
    static func namelessTest() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.nameless, message: "ce test n’a pas de nom",
            help: "dites entre guillemets ce qui est éprouvé")
    }

    /// A case that expects nothing.
    static func noExpectation(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.noExpectation,
            message: "\(owner) n’attend rien : il ne peut pas échouer",
            help: "dites ce qui doit sortir, par exemple attend = { avis = \"favorable\" }")
    }

    /// A part of `attend` without content.
    static func emptyExpectation(_ field: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.emptyExpectation, message: "\(field.quotedToken) n’attend rien",
            help: "dites ce qui doit sortir, ou retirez \(field.quotedToken)")
    }

    /// A table of cases without a row.
    static func noRow(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.noRow, message: "\(owner) n’a aucune ligne : rien n’est éprouvé",
            help: "ajoutez une ligne entre accolades, une valeur par colonne")
    }

    /// A row that does not have a value for each column.
    static func wrongWidth(_ count: Int, columns: Int) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.width,
            message: "\(French.count(count, "valeur", "valeurs")) pour "
                + French.count(columns, "colonne", "colonnes"),
            help: "une ligne a une valeur par colonne ; absent dit qu’un fait manque")
    }

    /// A dossier that is not among the tests.
    static func missingDossier(_ path: String, known: [String]) -> PolicyFinding {
        let nearest = Spelling.nearest(to: path, among: known)
        return PolicyFinding(
            code: TestCode.missingDossier, message: "dossier \(path.quotedToken) introuvable",
            label: proposal(nearest),
            help: known.isEmpty
                ? "placez un dossier JSON sous tests/dossiers"
                : "dossiers connus : \(known.joined(separator: ", "))",
            fix: nearest.map { "\"\($0)\"" })
    }

    /// A name that the policy does not have.
    static func unknownName(_ name: String, what: String, known: [String]) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: known)
        return PolicyFinding(
            code: TestCode.unknownName, message: "\(what) : \(name.quotedToken)",
            label: proposal(nearest),
            help: known.isEmpty ? nil : "connus : \(known.joined(separator: ", "))")
    }

    /// A path that is not written as one.
    static func wrongPath(_ path: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.path, message: "\(path.quotedToken) n’est pas le chemin d’un fait",
            help: "un chemin s’écrit collectivite.nature ou expertises[1].experts")
    }

    /// A path that the schema does not have.
    static func wrongPath(_ path: String, _ fault: FactPath.Fault) -> PolicyFinding {
        switch fault {
        case .unknown(let name, let known):
            unknownName(name, what: "fait inconnu dans \(path.quotedToken)", known: known)
        case .notAList(let name):
            PolicyFinding(
                code: TestCode.path, message: "\(name.quotedToken) n’est pas une liste",
                help: "retirez le numéro entre crochets")
        case .notARecord(let name):
            PolicyFinding(
                code: TestCode.path, message: "\(name.quotedToken) n’a pas de champ",
                help: "dans une liste, dites quel élément : \(name)[1]")
        }
    }

    /// A field of a record without a name, or whose name is computed.
    static func unnamedValue(of field: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.unnamedValue, message: "valeur sans nom dans \(field.quotedToken)",
            help: "écrivez [\"chemin.du.fait\"] = valeur")
    }

    /// A fact to remove that is not there.
    static func alreadyAbsent() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.alreadyAbsent, message: "ce fait manque déjà au dossier de départ",
            help: "retirez-le de « sans », ou partez d’un dossier qui l’a")
    }

    /// A change that the dossier does not allow.
    static func impossibleEdit(_ reason: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.edit, message: reason,
            help: "corrigez le chemin, ou partez d’un autre dossier")
    }

    /// A value that does not go with the parameter or the column.
    static func wrongType(_ name: String, expected: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.type, message: "cette valeur n’est pas du type de \(name.quotedToken)",
            help: "écrivez \(expected)")
    }

    /// A row without the cell by which rules find it.
    static func rowWithoutKey(_ key: String, of table: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.rowWithoutKey,
            message: "ligne de \(table.quotedToken) sans \(key.quotedToken)",
            help: "ajoutez \(key) = … : c’est par là que les règles la trouvent")
    }

    /// Two rows of one key on one day.
    static func repeatedRow(_ key: String, of table: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.repeatedRow,
            message: "\(key) a déjà une ligne de \(table.quotedToken) en vigueur aux mêmes jours",
            help: "gardez l’une des deux, ou séparez leurs périodes par « du » et « jusqu_au »")
    }

    /// A column that stands twice.
    static func repeatedColumn(inTest name: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.repeatedColumn, message: "colonne \(name.quotedToken) donnée deux fois",
            help: "gardez l’une des deux")
    }

    /// A case without a decision day.
    static func noDecisionDay(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.noDecisionDay, message: "\(owner) ne dit pas le jour de la décision",
            help: "ajoutez le = jour \"2021-03-15\", ou une colonne \"le\"")
    }

    /// `diagnostics` beside other expectations.
    static func refusedAndMore() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.refusedAndMore, message: "un dossier refusé à la lecture n’a pas d’avis",
            help: "« diagnostics » se place seul dans « attend »")
    }

    /// A property over fewer than two values.
    static func tooFewValues() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.values, message: "une propriété compare au moins deux valeurs",
            help: "donnez-en une autre")
    }

    /// Values of a property that do not grow.
    static func valuesNotGrowing() -> PolicyFinding {
        PolicyFinding(
            code: TestCode.values, message: "cette valeur ne dépasse pas celle qui la précède",
            help: "rangez les valeurs de la plus petite à la plus grande, chacune une fois")
    }

    /// A result that generated dossiers always have.
    static func settledFacet(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.facet,
            message: "\(name.quotedToken) ne change jamais : un dossier tiré se lit toujours",
            help: "choisissez un autre résultat, par exemple \"avis\"")
    }

    /// A result that cannot be put in order.
    static func unorderedFacet(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.facet,
            message: "\(name.quotedToken) ne se range pas du moindre au plus grand",
            help:
                "écrivez sens = \"constant\", ou choisissez un résultat qui se range, par exemple "
                + "\"avis\"")
    }

    /// A count that is no whole number, or too large a one.
    static func wrongCount(_ field: String, atMost limit: Int) -> PolicyFinding {
        PolicyFinding(
            code: TestCode.count,
            message: "\(field.quotedToken) attend un nombre entier de 1 à "
                + French.number(Int64(limit)),
            help: "retirez le champ pour garder la valeur habituelle")
    }
}
