// Rules as they are read: their fixed values, deferred expressions and consequences.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine
import Testing

struct RuleReadingTests {
    private static let faults = [
        LoadingFault(
            "plain text", criterion("\"non\""),
            "2:9 politique.consequence: « sinon » d’un critère ne dit pas où il mène"),
        LoadingFault(
            "unknown consequence", criterion("refuse \"non\""),
            "2:9 politique.consequence: conséquence « refuse » inconnue → refus"),
        LoadingFault(
            "two texts", criterion("refus(\"a\", \"b\")"),
            "2:9 politique.consequence: « sinon » d’un critère ne dit pas où il mène"),
        LoadingFault(
            "computed text", criterion("refus(\"a\" .. \"b\")"),
            "2:15 politique.type-de-valeur: « sinon » attend un texte entre guillemets, et non "
                + "un calcul"),
        LoadingFault(
            "blank text", criterion("piece \" \""),
            "2:15 politique.champ-vide: le texte de « sinon » est vide"),
        LoadingFault(
            "secret of a public rule", criterion("refus \"n\", motif_secret = \"s\""),
            "2:20 politique.motif-secret: « motif_secret » dans une règle communicable"),
        LoadingFault(
            "no reason for the secret", criterion("refus \"n\", communicable = false"),
            "2:20 politique.motif-secret: « communicable = false » sans « motif_secret » dans le "
                + "critère « C »"),
        LoadingFault(
            "computed reason",
            """
            priorite "P" { titre = "T", source = "S", points = 1, motif = tostring(1) }
            """,
            "1:63 politique.type-de-valeur: « motif » attend un texte entre guillemets, et non "
                + "un calcul"),
        LoadingFault(
            "consequence of a calcul",
            """
            calcul "K" { titre = "T", source = "S", nom = "k", valeur = 1, sinon = refus "non" }
            """,
            "1:72 politique.type-de-valeur: « sinon » attend un texte entre guillemets, et non "
                + "un calcul"),
        LoadingFault(
            "repeated identifier",
            """
            signalement "S" { titre = "T", source = "S", si = true, message = "M" }
            signalement "R" { titre = "T", source = "S", si = true, message = "M" }
            critere "S" { titre = "T", source = "S", exige = true, sinon = refus "n" }
            """,
            "3:9 politique.identifiant-en-double: l’identifiant « S » est déjà pris"),
    ]

    private static func criterion(_ sinon: String) -> String {
        "critere \"C\" { titre = \"T\", source = \"S\", exige = true,\nsinon = \(sinon) }"
    }

    @Test(arguments: faults)
    func `a rule that leads nowhere is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `a rule keeps all that was written`() throws {
        let rules = """
            critere "C-1" {
              exige = 1 < 2, si = true,
              titre = "Titre", source = "Source", note = "Note", arrondi = "jour_suivant",
              du = jour "2021-01-01", jusqu_au = jour "2021-12-31",
              communicable = false, motif_secret = "Secret",
              sinon = examen "a {1} b",
            }
            """

        let regime = try LoadedFolder(rules: rules).regime()

        let rule = try #require(regime.declarations.rules.first)
        #expect(rule.kind == .critere && rule.id.value == "C-1")
        #expect(rule.titre == "Titre" && rule.source == "Source" && rule.note == "Note")
        #expect(rule.rounding == .nextDay)
        #expect(rule.period.du?.iso == "2021-01-01" && rule.period.jusquAu?.iso == "2021-12-31")
        #expect(!rule.isCommunicable && rule.motifSecret == "Secret")
        #expect(rule.fields.map(\.name.text) == ["exige", "si"])
        #expect(rule.effect == .examen && rule.template?.pieces.count == 3)
        #expect(rule.file == 1 && regime.files[1].source.path == "essai/regles.lua")
    }

    @Test func `a calcul keeps its name and its text`() throws {
        let rules = """
            calcul "K" { titre = "T", source = "S", nom = "k", valeur = 1, sinon = "rien" }
            """

        let regime = try LoadedFolder(rules: rules).regime()

        let rule = try #require(regime.declarations.rules.first)
        #expect(rule.nom?.value == "k")
        #expect(rule.effect == nil && rule.template?.pieces.count == 1)
        #expect(rule.isCommunicable && rule.rounding == nil && rule.period == Period())
    }
}
