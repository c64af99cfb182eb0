// What the checker says of types: operators, conditions, arguments, fields of rules.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct TypeCheckTests {
    @Test(arguments: [
        CheckCase("exige", "collectivite.population", "2:1 politique.type"),
        CheckCase("nil", "nil", "2:1 politique.type"),
        CheckCase("not", "not collectivite.nom", "2:5 politique.type"),
        CheckCase("and", "true and collectivite.nom", "2:10 politique.type"),
        CheckCase("or", "true or collectivite.nom", "2:9 politique.type"),
        CheckCase("text plus number", "collectivite.nom + 1 > 2", "2:18 politique.type"),
        CheckCase("negated day", "-decision.date == decision.date", "2:1 politique.type"),
        CheckCase("length of a number", "#seuil == 1", "2:1 politique.type"),
        CheckCase("product of a duration", "jours(2) * 2 == jours(4)", "2:10 politique.type"),
        CheckCase("days plus months", "jours(2) + mois(1) == jours(2)", "2:10 politique.type"),
        CheckCase("day plus day", "decision.date + decision.date > 1", "2:15 politique.type"),
        CheckCase("joined day", "decision.date .. \"\" == \"\"", "2:1 politique.type"),
        CheckCase("joined Boolean", "\"\" .. true == \"\"", "2:7 politique.type"),
        CheckCase(
            "day plus number", "decision.date + 3 > decision.date",
            "2:15 politique.jour-et-nombre"),
        CheckCase("field of a text", "collectivite.nom.x == 1", "2:18 politique.sans-champ"),
        CheckCase("index of a number", "seuil[1] == 1", "2:7 politique.sans-champ"),
        CheckCase(
            "field of a list", "dossier.expertises.domaine == \"x\"", "2:20 politique.sans-champ"),
        CheckCase(
            "list by number", "dossier.expertises[1].domaine == \"x\"",
            "2:20 politique.liste-indexee"),
        CheckCase(
            "table by number", "comites[1].date > decision.date", "2:9 politique.liste-indexee"),
        CheckCase("table without key", "presence.nombre > 1", "2:10 politique.cle-requise"),
        CheckCase("key of another type", "presence[3].nombre > 1", "2:10 politique.type"),
        CheckCase("call of a text", "collectivite.nom()", "2:1 politique.non-fonction"),
        CheckCase(
            "or as a default", "(collectivite.population or 0) > 1",
            "2:2 politique.defaut-par-or"),
        CheckCase(
            "and or", "(collectivite.outre_mer and 1 or 2) > 1", "2:2 politique.and-or"),
    ])
    func `a type that does not fit is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        "collectivite.outre_mer and demande.urgente or not demande.precise",
        "collectivite.population + 1 > 2 * seuil",
        "decision.date + jours(3) > dossier.depose_le - jours(2) - jours(1)",
        "decision.date - dossier.depose_le <= jours(30)",
        "ans(1) + mois(6) > mois(12)",
        "#collectivite.nom > 3",
        "\"a\" .. collectivite.nom .. 3 == \"a\"",
        "defaut(collectivite.population, 0) > si_sinon(collectivite.outre_mer, 1, 2)",
        "premier(comites, function(c) return c.date > decision.date end).date > decision.date",
    ])
    func `types that fit are not reported`(_ condition: String) throws {
        #expect(try PolicyFixture.findings(inCondition: condition) == [])
    }

    @Test(arguments: [
        CheckCase(
            "or", "critere \"C\" { exige = (collectivite.population or 0) > 1 }",
            "écrivez «\u{202F}defaut(collectivite.population, 0)\u{202F}»"),
        CheckCase(
            "and or", "critere \"C\" { exige = (demande.urgente and 1 or 2) > 1 }",
            "écrivez «\u{202F}si_sinon(demande.urgente, 1, 2)\u{202F}»"),
        CheckCase(
            "day plus number", "critere \"C\" { exige = decision.date + 3 > decision.date }",
            "écrivez «\u{202F}jours(3)\u{202F}»"),
    ])
    func `the remedy quotes the text`(_ example: CheckCase) throws {
        let finding = try #require(try PolicyFixture.check(example.lua).first)

        #expect(finding.help == example.expected[0])
    }

    @Test(arguments: [
        CheckCase("too few", "contient(collectivite.nom)", "2:1 politique.arguments"),
        CheckCase("too many", "connu(collectivite.nom, 2)", "2:1 politique.arguments"),
        CheckCase("kind", "contient(collectivite.nom, 3)", "2:28 politique.type"),
        CheckCase("no list", "nombre(collectivite.nom) > 1", "2:8 politique.type"),
        CheckCase("no day", "ans_revolus(decision.date, 3) > 1", "2:28 politique.type"),
        CheckCase("years with decimals", "ans(1.5) > ans(1)", "2:5 politique.type"),
        CheckCase("no condition", "si_sinon(1, true, true)", "2:10 politique.type"),
        CheckCase("default of another type", "defaut(seuil, \"x\") > 1", "2:15 politique.type"),
        CheckCase("unlike bounds", "entre(seuil, 1, \"x\")", "2:17 politique.comparaison"),
        CheckCase("sum of texts", "math.max(1, \"x\") > 1", "2:13 politique.type"),
        CheckCase(
            "impossible day", "decision.date > jour \"2021-02-29\"",
            "2:22 politique.jour-impossible"),
        CheckCase(
            "French day", "decision.date > jour \"01/03/2021\"", "2:22 politique.jour-impossible"),
        CheckCase(
            "text in place of a function", "existe(dossier.objectifs, \"promotion\")",
            "2:27 politique.type"),
        CheckCase(
            "list in place of a function", "existe(comites, { \"x\" })", "2:17 politique.type"),
        CheckCase(
            "number from a condition", "existe(comites, function(c) return 1 end)",
            "2:36 politique.type"),
        CheckCase(
            "text from a sum", "somme(comites, function(c) return \"x\" end) > 1",
            "2:35 politique.type"),
        CheckCase("no result", "tous(comites, function(c) end)", "2:15 politique.type"),
        CheckCase(
            "two arguments", "tous(comites, function(c, d) return true end)",
            "2:15 politique.arguments"),
    ])
    func `an argument that does not fit is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        "contient(minuscules(collectivite.nom), \"ville\")",
        "nombre(dossier.expertises) >= compte(dossier.demandes, { urgente = true })",
        "ans_revolus(dossier.depose_le, decision.date) < 3",
        "entre(decision.date, jour \"2020-02-29\", jour \"2020-12-31\")",
        "somme(expertise.experts, function(e) return e.jours_par_an end) >= 10",
        "tous(expertise.experts, { statut = \"elu\" })",
        "joindre(dossier.objectifs, \", \") ~= \"\"",
        "math.max(1, 2, seuil) > math.abs(-1)",
    ])
    func `arguments that fit are not reported`(_ condition: String) throws {
        #expect(try PolicyFixture.findings(inCondition: condition) == [])
    }

    @Test(arguments: [
        CheckCase("si", "signalement \"S\" { si = 3 }", "1:24 politique.type"),
        CheckCase("points", "priorite \"P\" { points = true }", "1:25 politique.type"),
        CheckCase("debut", "validite \"V\" { debut = 3 }", "1:24 politique.type"),
        CheckCase("fin", "validite \"V\" { fin = jours(3) }", "1:22 politique.type"),
        CheckCase(
            "text", "priorite \"P\" { points = 1, motif = \"à {collectivite}\" }",
            "1:40 politique.type"),
        CheckCase(
            "text with a wrong name",
            "priorite \"P\" { points = 1, motif = \"à {colectivite.nom}\" }",
            "1:40 politique.nom-inconnu"),
        CheckCase(
            "good", "validite \"V\" { si = true, debut = decision.date, fin = debut + jours(1) }"),
        CheckCase("good text", "priorite \"P\" { points = 1, motif = \"à {collectivite.nom}\" }"),
    ])
    func `each field of a rule has its type`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase("if", "if 3 then end", "1:4 politique.type"),
        CheckCase("elseif", "if true then elseif \"x\" then end", "1:21 politique.type"),
        CheckCase("while", "while 3 do end", "1:7 politique.type"),
        CheckCase("repeat", "repeat local x = 3 until x", "1:26 politique.type"),
        CheckCase("bound", "for i = 1, \"x\" do end", "1:12 politique.type"),
        CheckCase("walk", "for i in { 1, 2 } do end", "1:10 politique.type"),
        CheckCase("ipairs", "for i in ipairs(3) do end", "1:17 politique.type"),
        CheckCase("good", "for i, n in ipairs({ 1, 2 }) do if i < n then break end end"),
    ])
    func `conditions and loops have their types`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `a calcul has the type of its value, in another file's order too`() throws {
        let text = """
            critere "C" { exige = prochain > 3 }
            calcul "K" { nom = "prochain", valeur = decision.date }
            """

        #expect(try PolicyFixture.findings(in: text) == ["1:32 politique.comparaison"])
    }

    @Test
    func `calculs in a circle are left to another check`() throws {
        let text = """
            calcul "A" { nom = "un", valeur = deux }
            calcul "B" { nom = "deux", valeur = un }
            critere "C" { exige = un == 3 and deux == "x" }
            """

        #expect(try PolicyFixture.findings(in: text) == [])
    }
}
