// The texts of what is wrong in test files.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

extension PolicyFinding {
    /// A statement that is no construct of test files.
    static func notATest() -> PolicyFinding {
        PolicyFinding(
            code: "test-instruction",
            message: "un fichier de tests ne contient que « cas », « tableau », « propriete » "
                + "et « survivant »",
            help: "écrivez les valeurs telles quelles, sans variable ni fonction")
    }

    /// A construct of policies in a test file.
    static func policyInTest(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: "test-construction",
            message: "\(kind.rawValue.quotedToken) ne se place pas parmi les tests",
            help: "déplacez cette règle dans le dossier d’un régime")
    }

    /// A name that two tests have.
    static func repeatedTest(_ name: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-en-double", message: "deux tests se nomment \(name.quotedToken)",
            help: "changez l’un des deux noms", notes: ["premier : \(first)"])
    }

    /// A test without a name.
    static func namelessTest() -> PolicyFinding {
        PolicyFinding(
            code: "test-sans-nom", message: "ce test n’a pas de nom",
            help: "dites entre guillemets ce qui est éprouvé")
    }

    /// A case that expects nothing.
    static func noExpectation(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-sans-attente", message: "\(owner) n’attend rien : il ne peut pas échouer",
            help: "dites ce qui doit sortir, par exemple attend = { avis = \"favorable\" }")
    }

    /// A part of `attend` without content.
    static func emptyExpectation(_ field: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-attente-vide", message: "\(field.quotedToken) n’attend rien",
            help: "dites ce qui doit sortir, ou retirez \(field)")
    }

    /// A table of cases without a row.
    static func noRow(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-sans-ligne", message: "\(owner) n’a aucune ligne : rien n’est éprouvé",
            help: "ajoutez une ligne entre accolades, une valeur par colonne")
    }

    /// A row that does not have a value for each column.
    static func wrongWidth(_ count: Int, columns: Int) -> PolicyFinding {
        PolicyFinding(
            code: "test-largeur",
            message: "\(French.count(count, "valeur", "valeurs")) pour "
                + French.count(columns, "colonne", "colonnes"),
            help: "une ligne a une valeur par colonne ; absent dit qu’un fait manque")
    }

    /// A dossier that is not among the tests.
    static func missingDossier(_ path: String, known: [String]) -> PolicyFinding {
        let nearest = Spelling.nearest(to: path, among: known)
        return PolicyFinding(
            code: "test-dossier", message: "dossier \(path.quotedToken) introuvable",
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
            code: "test-nom-inconnu", message: "\(what) : \(name.quotedToken)",
            label: proposal(nearest),
            help: known.isEmpty ? nil : "connus : \(known.joined(separator: ", "))")
    }

    /// A path that is not written as one.
    static func wrongPath(_ path: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-chemin", message: "\(path.quotedToken) n’est pas le chemin d’un fait",
            help: "un chemin s’écrit collectivite.nature ou expertises[1].experts")
    }

    /// A path that the schema does not have.
    static func wrongPath(_ path: String, _ fault: FactPath.Fault) -> PolicyFinding {
        switch fault {
        case .unknown(let name, let known):
            unknownName(name, what: "fait inconnu dans \(path.quotedToken)", known: known)
        case .notAList(let name):
            PolicyFinding(
                code: "test-chemin", message: "\(name.quotedToken) n’est pas une liste",
                help: "retirez le numéro entre crochets")
        case .notARecord(let name):
            PolicyFinding(
                code: "test-chemin", message: "\(name.quotedToken) n’a pas de champ",
                help: "dans une liste, dites quel élément : \(name)[1]")
        }
    }

    /// A field of a record without a name, or whose name is computed.
    static func unnamedValue(of field: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-valeur", message: "valeur sans nom dans \(field.quotedToken)",
            help: "écrivez [\"chemin.du.fait\"] = valeur")
    }

    /// A value that does not go with the parameter or the column.
    static func wrongType(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-type", message: "cette valeur n’est pas du type de \(name.quotedToken)")
    }

    /// A row without the cell by which rules find it.
    static func rowWithoutKey(_ key: String, of table: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-cle", message: "ligne de \(table.quotedToken) sans \(key.quotedToken)",
            help: "ajoutez \(key) = … : c’est par là que les règles la trouvent")
    }

    /// Two rows of one key on one day.
    static func repeatedRow(_ key: String, of table: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-cle-en-double",
            message: "\(key) a déjà une ligne de \(table.quotedToken) en vigueur aux mêmes jours",
            help: "gardez l’une des deux, ou séparez leurs périodes par « du » et « jusqu_au »")
    }

    /// A column that stands twice.
    static func repeatedColumn(inTest name: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-colonne", message: "colonne \(name.quotedToken) donnée deux fois",
            help: "gardez l’une des deux")
    }

    /// A case without a decision day.
    static func noDecisionDay(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-sans-jour", message: "\(owner) ne dit pas le jour de la décision",
            help: "ajoutez le = jour \"2021-03-15\", ou une colonne \"le\"")
    }

    /// `diagnostics` beside other expectations.
    static func refusedAndMore() -> PolicyFinding {
        PolicyFinding(
            code: "test-attente", message: "un dossier refusé à la lecture n’a pas d’avis",
            help: "« diagnostics » se place seul dans « attend »")
    }

    /// A property over fewer than two values.
    static func tooFewValues() -> PolicyFinding {
        PolicyFinding(
            code: "test-valeurs", message: "une propriété compare au moins deux valeurs")
    }

    /// Values of a property that do not grow.
    static func valuesNotGrowing() -> PolicyFinding {
        PolicyFinding(
            code: "test-valeurs", message: "cette valeur ne dépasse pas celle qui la précède",
            help: "rangez les valeurs de la plus petite à la plus grande, chacune une fois")
    }

    /// A result that generated dossiers always have.
    static func settledFacet(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-resultat",
            message: "\(name.quotedToken) ne change jamais : un dossier tiré se lit toujours")
    }

    /// A result that cannot be put in order.
    static func unorderedFacet(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-resultat",
            message: "\(name.quotedToken) ne se range pas : seul sens = \"constant\" convient")
    }

    /// A count that is not a whole number above zero.
    static func wrongCount(_ field: String) -> PolicyFinding {
        PolicyFinding(
            code: "test-nombre", message: "\(field.quotedToken) attend un nombre entier positif",
            help: "dix mille au plus")
    }
}
