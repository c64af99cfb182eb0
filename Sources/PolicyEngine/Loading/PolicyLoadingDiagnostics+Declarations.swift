// The texts of what is found in declarations: regimes, parameters, facts, levels and names.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

// MARK: - Regimes

extension PolicyFinding {
    /// A folder of rules that no regime reads.
    static func folderWithoutRegime(_ folder: String) -> PolicyFinding {
        PolicyFinding(
            severity: .warning, code: .folderWithoutRegime,
            message: "le dossier \(folder.quotedToken) n’a pas de regime.lua, et aucun régime ne "
                + "l’inclut",
            help: "ajoutez un fichier regime.lua, ou nommez le dossier dans le champ inclut ou "
                + "facultatif d’un régime",
            notes: ["ses règles ne s’appliquent à aucun dossier"])
    }

    /// A file that looks like rules where none are read.
    static func ignoredFile(_ path: String) -> PolicyFinding {
        PolicyFinding(
            severity: .warning, code: .ignoredFile,
            message: "le fichier \(path.quotedToken) est ignoré",
            help: PolicyPath.remedy(for: path),
            notes: ["les règles sont dans les fichiers .lua placés dans le dossier d’un régime"])
    }

    /// A `regime.lua` without its statement.
    static func absentRegime() -> PolicyFinding {
        PolicyFinding(
            code: .absentRegime, message: "regime.lua ne déclare pas de régime",
            help: "écrivez \(ConstructKind.regime.shape)")
    }

    /// A `regime` outside `regime.lua`.
    static func misplacedRegime(folder: String) -> PolicyFinding {
        PolicyFinding(
            code: .misplacedRegime, message: "un régime se déclare dans regime.lua",
            help: "déplacez cette déclaration dans \(folder)/regime.lua")
    }

    /// A second `regime` in a folder.
    static func repeatedRegime(first: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedRegime, message: "un dossier de politique ne déclare qu’un régime",
            help: "donnez à l’autre régime son propre dossier",
            notes: ["premier régime : \(first)"])
    }

    /// A regime that is not called like its folder.
    static func regimeOfOtherFolder(_ id: String, folder: String, isTaken: Bool) -> PolicyFinding {
        PolicyFinding(
            code: .regimeOfOtherFolder,
            message: "le régime \(id.quotedToken) ne porte pas le nom de son dossier, "
                + "\(folder.quotedToken)",
            label: "écrivez « \(folder) »",
            notes: isTaken ? ["un autre dossier porte déjà le nom \(id.quotedToken)"] : [],
            fix: "\"\(folder)\"")
    }

    /// An included folder that does not exist.
    static func unknownFolder(_ name: String, among known: [String]) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: known)
        return PolicyFinding(
            code: .inclusion,
            message: "dossier \(name.quotedToken) introuvable, ou sans fichier .lua",
            label: proposal(nearest),
            help: known.isEmpty ? nil : "dossiers : \(known.joined(separator: ", "))",
            fix: nearest.map { "\"\($0)\"" })
    }

    /// A regime that includes its own folder.
    static func includesItself(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .inclusion, message: "le régime \(name.quotedToken) s’inclut lui-même",
            help: "retirez ce nom : les règles de son dossier s’appliquent déjà")
    }

    /// A folder included twice.
    static func repeatedInclude(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .inclusion, message: "dossier \(name.quotedToken) inclus deux fois",
            help: "gardez l’un des deux")
    }

    /// A folder named twice in `facultatif`.
    static func repeatedOptional(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .inclusion,
            message: "dossier \(name.quotedToken) nommé deux fois dans « facultatif »",
            help: "gardez l’un des deux")
    }

    /// A folder named in `inclut` and in `facultatif`.
    static func optionalInclude(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .inclusion,
            message: "dossier \(name.quotedToken) à la fois dans « inclut » et dans « facultatif »",
            help: "gardez-le dans inclut pour que ses règles s’appliquent toujours, ou dans "
                + "facultatif pour qu’elles s’appliquent sur demande")
    }
}

// MARK: - Parameters

extension PolicyFinding {
    /// A list of values that holds none.
    static func noValue(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .withoutValue, message: "aucune valeur dans \(owner)",
            help: "donnez au moins une valeur")
    }

    /// A value of another type than the first one.
    static func mixedTypes(
        _ name: String, found: String, expected: String, firstLine: Int
    ) -> PolicyFinding {
        PolicyFinding(
            code: .mixedTypes,
            message: "les valeurs de \(name.quotedToken) changent de type : \(found) après "
                + "\(expected)",
            help: "donnez le même type à toutes les valeurs",
            notes: ["première valeur à la ligne \(firstLine)"])
    }

    /// `valeur = "10"`.
    static func numberInQuotes(_ text: String) -> PolicyFinding {
        let number = text.replacing(",", with: ".")
        return PolicyFinding(
            severity: .warning, code: .numberInQuotes,
            message: "\(text.quotedToken) est ici un texte, et non un nombre",
            label: "écrivez « \(number) »",
            help: "un nombre s’écrit sans guillemets", fix: number)
    }

    /// Two values that start on one day.
    static func sameStart(_ day: Day, otherLine: Int) -> PolicyFinding {
        PolicyFinding(
            code: .overlappingPeriods, message: "deux valeurs commencent le \(day.iso)",
            help: "donnez à l’une un autre premier jour",
            notes: ["l’autre est à la ligne \(otherLine)"])
    }

    /// Two values in force on one day.
    static func overlap(of first: Day, and last: Day, otherLine: Int) -> PolicyFinding {
        let days = first == last ? "le \(first.iso)" : "du \(first.iso) au \(last.iso)"
        return PolicyFinding(
            code: .overlappingPeriods, message: "deux valeurs sont en vigueur \(days)",
            help: "avancez le « jusqu_au » de l’une, ou reculez le « du » de l’autre",
            notes: ["l’autre est à la ligne \(otherLine)"])
    }

    /// Days between two values.
    static func hole(from first: Day, to last: Day) -> PolicyFinding {
        let days = first == last ? "le \(first.iso)" : "du \(first.iso) au \(last.iso)"
        return PolicyFinding(
            code: .holeBetweenPeriods, message: "aucune valeur n’est en vigueur \(days)",
            help: "retirez ce « jusqu_au » pour que la valeur dure jusqu’à la suivante")
    }
}

// MARK: - Facts and levels

extension PolicyFinding {
    /// A path that is not `complements.` and a name.
    static func wrongFactPath(_ path: String) -> PolicyFinding {
        PolicyFinding(
            code: .factPath,
            message: "\(path.quotedToken) n’est pas de la forme complements.nom",
            help: "écrivez \(ConstructKind.champ.shape) ; le nom se compose de lettres sans "
                + "accent, "
                + "de chiffres et de _")
    }

    /// A closed list of something else than texts.
    static func valuesWithoutText(_ type: String) -> PolicyFinding {
        PolicyFinding(
            code: .listWithoutText,
            message: "« valeurs » ne va qu’avec le type « texte », et non \(type.quotedToken)",
            help: "retirez « valeurs », ou écrivez type = \"texte\"")
    }

    /// A value given twice in a list.
    static func repeatedValue(_ text: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedValue, message: "valeur \(text.quotedToken) donnée deux fois",
            help: "gardez l’une des deux")
    }

    /// A fact declared twice.
    static func repeatedFact(_ path: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedFact,
            message: "le champ \(path.quotedToken) est déjà déclaré",
            help: "gardez l’une des deux déclarations", notes: ["première déclaration : \(first)"])
    }

    /// A fact to which two regimes give different types.
    static func contradictoryFact(_ path: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: .contradictoryFact,
            message: "le champ \(path.quotedToken) a déjà un autre type dans un autre régime",
            help: "donnez-lui le même type, ou un autre nom",
            notes: ["autre déclaration : \(first)"])
    }

    /// A list of levels without any.
    static func noLevel() -> PolicyFinding {
        PolicyFinding(
            code: .withoutValue, message: "aucun niveau",
            help: "écrivez \(ConstructKind.niveaux.shape)")
    }

    /// A second list of levels.
    static func repeatedLevels(first: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedLevels, message: "un régime n’a qu’une liste de niveaux",
            help: "réunissez les deux listes", notes: ["première liste : \(first)"])
    }

    /// Two levels from one number of points.
    static func repeatedThreshold(_ points: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedLevel, message: "deux niveaux commencent à \(points)",
            help: "donnez à chaque niveau son propre seuil")
    }

    /// Two levels of one name.
    static func repeatedLevel(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedLevel, message: "deux niveaux portent le nom \(name.quotedToken)",
            help: "donnez à chaque niveau son propre nom")
    }
}

// MARK: - Names

extension PolicyFinding {
    /// A name that Lua would not take.
    static func wrongName(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .wrongName,
            message: "\(name.quotedToken) ne peut pas servir de nom dans une règle",
            help: "un nom se compose de lettres sans accent, de chiffres et de _, "
                + "et n’est pas un mot de Lua")
    }

    /// A name that the engine keeps for itself.
    static func reservedName(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .reservedName,
            message: "les noms qui commencent par « __ » sont réservés : \(name.quotedToken)",
            help: "choisissez un autre nom")
    }

    /// A name that has a meaning in every policy.
    static func takenName(_ name: String, owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .takenName, message: "\(name.quotedToken) est déjà le nom \(owner)",
            help: "choisissez un autre nom")
    }

    /// A name given twice in a regime.
    static func repeatedName(_ name: String, owner: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedName, message: "\(name.quotedToken) est déjà le nom \(owner)",
            help: "choisissez un autre nom", notes: ["premier emploi : \(first)"])
    }

    /// An identifier given twice in a regime.
    static func repeatedID(_ id: String, first: String) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedID, message: "l’identifiant \(id.quotedToken) est déjà pris",
            help: "donnez à chaque règle son propre identifiant",
            notes: ["premier emploi : \(first)"])
    }
}
