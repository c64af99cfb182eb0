// Fields that a construct does not have, lacks or has twice, and values of the wrong kind.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct ConstructFieldTests {
    private static let fields = [
        LoadingFault(
            "misspelt field",
            """
            signalement "S" {
              titr = "T", source = "S", si = true, message = "M",
            }
            """,
            "2:3 politique.champ-inconnu: champ « titr » inconnu dans le signalement « S » → titre"),
        LoadingFault(
            "unknown field",
            """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", couleur = 1 }
            """,
            "1:72 politique.champ-inconnu: champ « couleur » inconnu dans le signalement « S »"),
        LoadingFault(
            "field of another construct",
            """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", points = 1 }
            """,
            "1:72 politique.champ-inconnu: champ « points » inconnu dans le signalement « S »"),
        LoadingFault(
            "bare criterion", "critere \"C\" {}",
            "1:1 politique.champ-manquant: champ « exige » manquant dans le critère « C »",
            "1:1 politique.champ-manquant: champ « sinon » manquant dans le critère « C »",
            "1:1 politique.champ-manquant: champ « source » manquant dans le critère « C »",
            "1:1 politique.champ-manquant: champ « titre » manquant dans le critère « C »"),
        LoadingFault(
            "bare priority", "priorite \"C\" {}",
            "1:1 politique.champ-manquant: champ « motif » manquant dans la priorité « C »",
            "1:1 politique.champ-manquant: champ « points » manquant dans la priorité « C »",
            "1:1 politique.champ-manquant: champ « source » manquant dans la priorité « C »",
            "1:1 politique.champ-manquant: champ « titre » manquant dans la priorité « C »"),
        LoadingFault(
            "bare validity", "validite \"C\" {}",
            "1:1 politique.champ-manquant: champ « debut » manquant dans la validité « C »",
            "1:1 politique.champ-manquant: champ « fin » manquant dans la validité « C »",
            "1:1 politique.champ-manquant: champ « source » manquant dans la validité « C »",
            "1:1 politique.champ-manquant: champ « titre » manquant dans la validité « C »"),
        LoadingFault(
            "bare flag", "signalement \"C\" {}",
            "1:1 politique.champ-manquant: champ « message » manquant dans le signalement « C »",
            "1:1 politique.champ-manquant: champ « si » manquant dans le signalement « C »",
            "1:1 politique.champ-manquant: champ « source » manquant dans le signalement « C »",
            "1:1 politique.champ-manquant: champ « titre » manquant dans le signalement « C »"),
        LoadingFault(
            "bare calcul", "calcul \"C\" {}",
            "1:1 politique.champ-manquant: champ « nom » manquant dans le calcul « C »",
            "1:1 politique.champ-manquant: champ « source » manquant dans le calcul « C »",
            "1:1 politique.champ-manquant: champ « titre » manquant dans le calcul « C »",
            "1:1 politique.champ-manquant: champ « valeur » manquant dans le calcul « C »"),
        LoadingFault(
            "bare parameter", "parametre \"p\" {}",
            "1:1 politique.champ-manquant: champ « titre » manquant dans le paramètre « p »",
            "1:1 politique.champ-manquant: champ « valeurs » manquant dans le paramètre « p »"),
        LoadingFault(
            "bare table", "donnees \"d\" {}",
            "1:1 politique.champ-manquant: champ « fichier » manquant dans le tableau « d »"),
        LoadingFault(
            "bare fact", "champ \"complements.x\" {}",
            "1:1 politique.champ-manquant: champ « titre » manquant dans le champ « "
                + "complements.x »",
            "1:1 politique.champ-manquant: champ « type » manquant dans le champ « complements.x »"),
        LoadingFault(
            "repeated field",
            """
            signalement "S" {
              titre = "T", source = "S", si = true, message = "M",
              titre = "U",
            }
            """,
            "3:3 politique.champ-en-double: champ « titre » donné deux fois"),
        LoadingFault(
            "value without a name",
            """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", "de plus" }
            """,
            "1:72 politique.valeur-sans-nom: valeur sans nom de champ dans le signalement « S »"),
        LoadingFault(
            "decimal comma",
            """
            priorite "P" { titre = "T", source = "S", points = 0,5, motif = "M" }
            """,
            "1:52 politique.virgule-decimale: « 0,5 » est lu comme deux valeurs → 0.5"),
        LoadingFault(
            "negative decimal comma",
            """
            priorite "P" { titre = "T", source = "S", points = -2,25, motif = "M" }
            """,
            "1:52 politique.virgule-decimale: « -2,25 » est lu comme deux valeurs → -2.25"),
        LoadingFault(
            "name in brackets",
            """
            signalement "S" { ["titre"] = "T", titre = "T", source = "S", si = true, message = "M" }
            """,
            "1:19 politique.champ-calcule: nom de champ entre crochets dans le signalement « S »"),
        LoadingFault(
            "blank texts",
            """
            signalement "S" { titre = " ", source = "", si = true, message = "" }
            """,
            "1:27 politique.champ-vide: le texte de « titre » est vide",
            "1:41 politique.champ-vide: le texte de « source » est vide",
            "1:66 politique.champ-vide: le texte de « message » est vide"),
    ]

    @Test(arguments: fields)
    func `a field that does not belong or is missing is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    private static let values = [
        LoadingFault(
            "number for a text", flag("note = 12"),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non un "
                + "nombre → \"12\""),
        LoadingFault(
            "calculation for a text", flag("note = \"a\" .. \"b\""),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non un "
                + "calcul"),
        LoadingFault(
            "name for a text", flag("note = texte"),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non le "
                + "nom « texte »"),
        LoadingFault(
            "table for a text", flag("note = {}"),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non une "
                + "table"),
        LoadingFault(
            "function for a text", flag("note = function() end"),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non une "
                + "fonction"),
        LoadingFault(
            "day for a text", flag("note = jour \"2020-01-01\""),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non un "
                + "jour"),
        LoadingFault(
            "nil for a text", flag("note = nil"),
            "2:8 politique.type-de-valeur: « note » attend un texte entre guillemets, et non nil"),
        LoadingFault(
            "French word for a Boolean", flag("communicable = vrai"),
            "2:16 politique.type-de-valeur: « communicable » attend true ou false, et non le nom "
                + "« vrai » → true"),
        LoadingFault(
            "text for a Boolean", flag("communicable = \"non\", motif_secret = \"s\""),
            "2:16 politique.type-de-valeur: « communicable » attend true ou false, et non un "
                + "texte → false"),
        LoadingFault(
            "number for a Boolean", flag("communicable = 1"),
            "2:16 politique.type-de-valeur: « communicable » attend true ou false, et non un "
                + "nombre"),
        LoadingFault(
            "text for a day", flag("du = \"2020-07-08\""),
            "2:6 politique.type-de-valeur: « du » attend un jour, et non un texte → jour "
                + "\"2020-07-08\""),
        LoadingFault(
            "French day", flag("du = \"8/7/2020\""),
            "2:6 politique.type-de-valeur: « du » attend un jour, et non un texte → jour "
                + "\"2020-07-08\""),
        LoadingFault(
            "number for a day", flag("du = 2020"),
            "2:6 politique.type-de-valeur: « du » attend un jour, et non un nombre"),
        LoadingFault(
            "day that is none", flag("du = jour \"2021-02-29\""),
            "2:11 politique.jour-impossible: « 2021-02-29 » n’est pas un jour"),
        LoadingFault(
            "French day in jour", flag("du = jour(\"01/03/2021\")"),
            "2:11 politique.jour-impossible: « 01/03/2021 » n’est pas un jour → \"2021-03-01\""),
        LoadingFault(
            "inverted period",
            flag("du = jour \"2021-02-02\", jusqu_au = jour \"2021-02-01\""),
            "2:36 politique.periode-inversee: la période finit le 2021-02-01, avant son début le "
                + "2021-02-02"),
        LoadingFault(
            "rounding outside its list", flag("arrondi = \"dernier_jours\""),
            "2:11 politique.valeur-hors-liste: « dernier_jours » n’est pas une valeur de « "
                + "arrondi » → \"dernier_jour\""),
    ]

    /// A flag with one more field, on its second line.
    private static func flag(_ field: String) -> String {
        "signalement \"S\" { titre = \"T\", source = \"S\", si = true, message = \"M\",\n\(field) }"
    }

    @Test(arguments: values)
    func `a value of the wrong kind is reported with what to write`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `texts of findings keep French spaces`() throws {
        let folder = LoadedFolder(rules: "signalement \"S\" { titr = \"T\" }")

        let finding = try #require(
            folder.diagnostics.first { $0.code == "politique.champ-inconnu" })

        #expect(
            finding.message
                == "champ «\u{202F}titr\u{202F}» inconnu dans le signalement «\u{202F}S\u{202F}»")
        #expect(finding.label == "vouliez-vous dire «\u{202F}titre\u{202F}»\u{202F}?")
    }

    @Test func `more than a hundred findings of a file are cut short`() {
        let rules = String(repeating: "critere \"C\" {}\n", count: 60)

        let folder = LoadedFolder(rules: rules)

        let fields = folder.diagnostics.filter { $0.code == "politique.champ-manquant" }
        #expect(fields.count == 100)
        #expect(
            fields.flatMap(\.notes) == ["d’autres erreurs suivent, qui ne sont pas montrées"])
    }
}
