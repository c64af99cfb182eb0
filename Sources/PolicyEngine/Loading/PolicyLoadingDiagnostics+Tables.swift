// The texts of what is found in data tables and their CSV files.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

// MARK: - The construct

extension PolicyFinding {
    /// A path that leaves the policies folder.
    static func forbiddenPath(_ path: String) -> PolicyFinding {
        PolicyFinding(
            code: .forbiddenPath,
            message: "\(path.quotedToken) n’est pas un chemin depuis le dossier des politiques",
            help: "écrivez par exemple \"donnees/tableau.csv\", sans « .. » ni « / » au début")
    }

    /// A file that is not there.
    static func missingFile(
        _ path: String, nearest: String?, among known: [String]
    ) -> PolicyFinding {
        PolicyFinding(
            code: .missingFile, message: "fichier \(path.quotedToken) introuvable",
            label: proposal(nearest),
            help: known.isEmpty
                ? "le dossier des politiques n’a aucun fichier .csv"
                : "fichiers : \(known.joined(separator: ", "))",
            fix: nearest.map { "\"\($0)\"" })
    }

    /// `complete = true` without `cle`.
    static func completeWithoutKey() -> PolicyFinding {
        PolicyFinding(
            code: .completeWithoutKey, message: "« complete » ne va qu’avec « cle »",
            help: "ajoutez cle = \"…\" : la colonne qui dit ce qui est dans le tableau")
    }

    /// A column that the file does not have.
    static func unknownColumn(_ name: String, among known: [String]) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: known)
        return PolicyFinding(
            code: .unknownColumn, message: "le tableau n’a pas de colonne \(name.quotedToken)",
            label: proposal(nearest), help: "colonnes : \(known.joined(separator: ", "))")
    }

    /// A column that was meant to end periods.
    static func misspeltEnd(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .unknownColumn, message: "colonne \(name.quotedToken) inconnue",
            label: proposal("jusqu_au"),
            help: "sous un autre nom, les lignes n’auraient pas de dernier jour",
            fix: "jusqu_au")
    }

    /// A type without a column's name.
    static func unnamedColumn() -> PolicyFinding {
        PolicyFinding(
            code: .unnamedValue, message: "type sans nom de colonne",
            help: "écrivez colonnes = { nom_de_colonne = \"entier\" }")
    }

    /// `du` or `jusqu_au` declared as something else than a day.
    static func wrongPeriodColumn(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .periodColumn,
            message: "la colonne \(name.quotedToken) contient des jours",
            help: "retirez ce type, ou donnez un autre nom à la colonne")
    }
}

// MARK: - The header

extension PolicyFinding {
    /// A file without a line.
    static func emptyTable() -> PolicyFinding {
        PolicyFinding(
            code: .emptyTable, message: "tableau vide",
            help: "la première ligne donne les noms des colonnes")
    }

    /// Tabs between the cells.
    static func tabSeparator() -> PolicyFinding {
        PolicyFinding(
            code: .tabs, message: "des tabulations séparent les cellules",
            help: "enregistrez le tableau en CSV, avec , ou ; pour séparateur")
    }

    /// A column whose name Lua would not take.
    static func wrongColumnName(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .columnName,
            message: "\(name.quotedToken) ne peut pas servir de nom de colonne",
            help: "un nom se compose de lettres sans accent, de chiffres et de _ ; "
                + "les colonnes sont séparées par , ou ;")
    }

    /// A column whose header is empty.
    static func namelessColumn() -> PolicyFinding {
        PolicyFinding(
            code: .columnName, message: "colonne sans nom",
            help: "donnez-lui un nom à la première ligne, ou retirez-la")
    }

    /// A column that stands twice.
    static func repeatedColumn(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .columnName, message: "deux colonnes portent le nom \(name.quotedToken)",
            help: "donnez à chaque colonne son propre nom")
    }

    /// A table without a column of sources.
    static func tableWithoutSource(nearest: String?) -> PolicyFinding {
        PolicyFinding(
            code: .tableWithoutSource, message: "le tableau n’a pas de colonne « source »",
            label: nearest.map { "\($0.quotedToken) devrait-il s’écrire « source » ?" },
            help: "ajoutez-la : chaque ligne dit d’où elle vient")
    }
}

// MARK: - Cells

extension PolicyFinding {
    /// A quote that nothing closes.
    static func unclosedQuote() -> PolicyFinding {
        PolicyFinding(
            code: .quote, message: "guillemet jamais fermé", label: "ouvert ici",
            help: "fermez-le à la fin de la cellule")
    }

    /// A quote in a cell that does not start with one.
    static func quoteInCell() -> PolicyFinding {
        PolicyFinding(
            code: .quote, message: "guillemet au milieu d’une cellule",
            help: "mettez toute la cellule entre guillemets, et doublez ce guillemet")
    }

    /// Text between a closing quote and the end of its cell.
    static func textAfterQuote() -> PolicyFinding {
        PolicyFinding(
            code: .quote, message: "texte après le guillemet fermant",
            help: "pour un guillemet dans la cellule, doublez-le")
    }

    /// A row with more or fewer cells than the header.
    static func wrongCellCount(
        _ found: Int, expected: Int, separator: String
    ) -> PolicyFinding {
        let cells = found > 1 ? "\(found) cellules" : "une cellule"
        return PolicyFinding(
            code: .cellCount, message: "\(cells) au lieu de \(expected)",
            help: found > expected
                ? "mettez entre guillemets la cellule qui contient \(separator.quotedToken)"
                : "ajoutez les cellules qui manquent, vides au besoin")
    }

    /// A row whose cells are not separated as those of the header.
    static func otherSeparator(expected: String) -> PolicyFinding {
        PolicyFinding(
            code: .cellCount,
            message: "les cellules de cette ligne ne sont pas séparées par "
                + expected.quotedToken,
            help: "séparez-les comme à la première ligne")
    }

    /// A row beyond what a table may hold.
    static func tooManyRows(limit: Int) -> PolicyFinding {
        PolicyFinding(
            code: .tooManyRows,
            message: "plus de \(French.number(Int64(limit))) lignes", label: "la première de trop",
            help: "gardez-y les lignes que lisent les règles")
    }

    /// A row without a source.
    static func rowWithoutSource() -> PolicyFinding {
        PolicyFinding(
            code: .rowWithoutSource, message: "ligne sans source",
            help: "dites d’où vient cette ligne dans la colonne « source »")
    }

    /// A row without a key.
    static func rowWithoutKey(_ column: String) -> PolicyFinding {
        PolicyFinding(
            code: .rowWithoutKey, message: "ligne sans \(column.quotedToken), qui est la clé",
            help: "remplissez la cellule ou retirez la ligne")
    }

    /// Two rows of one key on one day.
    static func repeatedKey(_ key: String, otherLine: Int, hasPeriod: Bool) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedKey,
            message: "\(key.quotedToken) a déjà une ligne"
                + (hasPeriod ? " en vigueur aux mêmes jours" : ""),
            help: "gardez l’une des deux, ou séparez leurs périodes par « du » et « jusqu_au »",
            notes: ["l’autre est à la ligne \(otherLine)"])
    }

    /// A cell that does not fit its column's type.
    static func misfitCell(_ text: String, column: String, type: ScalarType) -> PolicyFinding {
        PolicyFinding(
            code: .misfitCell,
            message: "\(text.quotedToken) n’est \(type.denial), dans la colonne "
                + "\(column.quotedToken)",
            help: type.example)
    }

    /// A cell that is not what the others of its column are; the number that it may mean.
    static func strayCell(
        _ text: String, number: String?, column: String, type: ScalarType
    ) -> PolicyFinding {
        let misfit = misfitCell(text, column: column, type: type)
        return PolicyFinding(
            code: misfit.code, message: misfit.message,
            label: number.map { "écrivez « \($0) »" },
            help: "corrigez ou videz la cellule ; si la colonne contient des textes, "
                + "déclarez colonnes = { \(column) = \"texte\" }",
            fix: number)
    }

    /// A day as French people write it.
    static func frenchDay(_ text: String, iso: String, column: String) -> PolicyFinding {
        PolicyFinding(
            code: .frenchDay,
            message: "\(text.quotedToken) n’est pas un jour écrit année-mois-jour",
            label: "écrivez « \(iso) »",
            help: "si c’est un simple texte, déclarez colonnes = { \(column) = \"texte\" }",
            fix: iso)
    }

    /// A code that is no country's.
    package static func unknownCountryCell(_ text: String) -> PolicyFinding {
        let code = text.uppercased()
        let isKnown = Country.frenchName(of: code) != nil
        return PolicyFinding(
            code: .unknownCountry, message: "\(text.quotedToken) n’est pas un code de pays",
            label: isKnown ? "écrivez « \(code) »" : nil,
            help: "un pays s’écrit par son code ISO à deux lettres, par exemple MG",
            fix: isKnown ? code : nil)
    }

    /// A text that is no kind of body.
    static func unknownNatureCell(_ text: String) -> PolicyFinding {
        let known = ClosedList.natures.values
        let nearest = Spelling.nearest(to: text, among: known)
        return PolicyFinding(
            code: .unknownNature,
            message: "\(text.quotedToken) n’est pas une nature d’organisme",
            label: proposal(nearest), help: "natures : \(known.joined(separator: ", "))",
            fix: nearest)
    }

    /// A number that may be meant as thousands.
    static func ambiguousCell(_ text: String, column: String) -> PolicyFinding {
        PolicyFinding(
            code: .ambiguousNumber, message: "\(text.quotedToken) se lit de deux façons",
            help: "écrivez « \(text.filter { $0 != "." }) » ou « \(text)0 » ; si c’est un texte, "
                + "déclarez colonnes = { \(column) = \"texte\" }")
    }
}

extension ScalarType {
    /// What a cell that does not fit is not, for after « n’est ».
    fileprivate var denial: String {
        switch self {
        case .texte: "pas un texte"
        case .entier: "pas un nombre entier"
        case .nombre: "pas un nombre"
        case .booleen: "ni oui ni non"
        case .jour: "pas un jour"
        case .pays: "pas un code de pays"
        case .nature: "pas une nature d’organisme"
        }
    }

    /// How such a cell is written.
    fileprivate var example: String {
        switch self {
        case .texte: "écrivez un texte"
        case .entier: "écrivez des chiffres seuls, sans espace"
        case .nombre: "écrivez des chiffres sans espace, et un point devant les décimales"
        case .booleen: "écrivez oui ou non"
        case .jour: "écrivez année-mois-jour, par exemple 2020-07-08"
        case .pays: "écrivez un code ISO à deux lettres, par exemple MG"
        case .nature: "écrivez l’une des natures admises dans un dossier, par exemple commune"
        }
    }
}
