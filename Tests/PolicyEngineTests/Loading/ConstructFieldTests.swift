// Fields that a construct does not have, lacks or has twice, and values of the wrong kind.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct ConstructFieldTests {
    private static let fields = [
        LoadingFault("misspelt field", """
            signalement "S" {
              titr = "T", source = "S", si = true, message = "M",
            }
            """, "X"),
        LoadingFault("unknown field", """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", couleur = 1 }
            """, "X"),
        LoadingFault("field of another construct", """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", points = 1 }
            """, "X"),
        LoadingFault("bare criterion", "critere \"C\" {}", "X"),
        LoadingFault("bare priority", "priorite \"C\" {}", "X"),
        LoadingFault("bare validity", "validite \"C\" {}", "X"),
        LoadingFault("bare flag", "signalement \"C\" {}", "X"),
        LoadingFault("bare calcul", "calcul \"C\" {}", "X"),
        LoadingFault("bare parameter", "parametre \"p\" {}", "X"),
        LoadingFault("bare table", "donnees \"d\" {}", "X"),
        LoadingFault("bare fact", "champ \"complements.x\" {}", "X"),
        LoadingFault("repeated field", """
            signalement "S" {
              titre = "T", source = "S", si = true, message = "M",
              titre = "U",
            }
            """, "X"),
        LoadingFault("value without a name", """
            signalement "S" { titre = "T", source = "S", si = true, message = "M", "de plus" }
            """, "X"),
        LoadingFault("decimal comma", """
            priorite "P" { titre = "T", source = "S", points = 0,5, motif = "M" }
            """, "X"),
        LoadingFault("negative decimal comma", """
            priorite "P" { titre = "T", source = "S", points = -2,25, motif = "M" }
            """, "X"),
        LoadingFault("name in brackets", """
            signalement "S" { ["titre"] = "T", titre = "T", source = "S", si = true, message = "M" }
            """, "X"),
        LoadingFault("blank texts", """
            signalement "S" { titre = " ", source = "", si = true, message = "" }
            """, "X"),
    ]

    @Test(arguments: fields)
    func `a field that does not belong or is missing is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    private static let values = [
        LoadingFault("number for a text", flag("note = 12"), "X"),
        LoadingFault("calculation for a text", flag("note = \"a\" .. \"b\""), "X"),
        LoadingFault("name for a text", flag("note = texte"), "X"),
        LoadingFault("table for a text", flag("note = {}"), "X"),
        LoadingFault("function for a text", flag("note = function() end"), "X"),
        LoadingFault("day for a text", flag("note = jour \"2020-01-01\""), "X"),
        LoadingFault("nil for a text", flag("note = nil"), "X"),
        LoadingFault("French word for a Boolean", flag("communicable = vrai"), "X"),
        LoadingFault("text for a Boolean", flag("communicable = \"non\", motif_secret = \"s\""), "X"),
        LoadingFault("number for a Boolean", flag("communicable = 1"), "X"),
        LoadingFault("text for a day", flag("du = \"2020-07-08\""), "X"),
        LoadingFault("French day", flag("du = \"8/7/2020\""), "X"),
        LoadingFault("number for a day", flag("du = 2020"), "X"),
        LoadingFault("day that is none", flag("du = jour \"2021-02-29\""), "X"),
        LoadingFault("French day in jour", flag("du = jour(\"01/03/2021\")"), "X"),
        LoadingFault(
            "inverted period",
            flag("du = jour \"2021-02-02\", jusqu_au = jour \"2021-02-01\""), "X"),
        LoadingFault("rounding outside its list", flag("arrondi = \"dernier_jours\""), "X"),
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

        let finding = try #require(folder.diagnostics.first { $0.code == "politique.champ-inconnu" })

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
        #expect(fields.last?.notes == ["d’autres erreurs suivent, qui ne sont pas montrées"])
    }
}
