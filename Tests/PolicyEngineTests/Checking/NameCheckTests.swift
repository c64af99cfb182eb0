// What the checker says of names: unknown, out of place, unused, already taken.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct NameCheckTests {
    @Test(arguments: [
        CheckCase("name", "natre == 1", "2:1 politique.nom-inconnu"),
        CheckCase("fact", "collectivite.natur == \"x\"", "2:14 politique.fait-inconnu"),
        CheckCase(
            "fact by text", "collectivite[\"natur\"] == \"x\"", "2:14 politique.fait-inconnu"),
        CheckCase("column", "presence[\"MG\"].nombr > 1", "2:16 politique.colonne-inconnue"),
        CheckCase("complement", "dossier.complements.tail > 1", "2:21 politique.fait-inconnu"),
        CheckCase("parameter", "nombre(dossier.pieces) > seul", "2:26 politique.nom-inconnu"),
        CheckCase("calcul", "prochain_comit > decision.date", "2:1 politique.nom-inconnu"),
        CheckCase("table", "presnce[\"MG\"].nombre > 1", "2:1 politique.nom-inconnu"),
        CheckCase("function", "conu(collectivite.siren)", "2:1 politique.nom-inconnu"),
        CheckCase("library", "mth.floor(2) == 2", "2:1 politique.nom-inconnu"),
        CheckCase("member", "math.flor(2) == 2", "2:6 politique.nom-inconnu"),
        CheckCase("debut", "debut < decision.date", "2:1 politique.nom-inconnu"),
        CheckCase("effect", "refus \"non\"", "2:1 politique.nom-inconnu"),
        CheckCase(
            "key of a pattern", "existe(expertise.experts, { statu = \"elu\" })",
            "2:29 politique.fait-inconnu"),
        CheckCase(
            "field of an argument",
            "existe(expertise.experts, function(e) return e.statu == \"elu\" end)",
            "2:48 politique.fait-inconnu"),
        CheckCase(
            "argument", "existe(expertise.experts, function(e) return f.statut == \"elu\" end)",
            "2:46 politique.nom-inconnu"),
        CheckCase("true in French", "vrai", "2:1 politique.mot-francais"),
        CheckCase("false in French", "faux", "2:1 politique.mot-francais"),
        CheckCase("not in French", "non(true)", "2:1 politique.mot-francais"),
        CheckCase("nil in French", "connu(nul)", "2:7 politique.mot-francais"),
        CheckCase("and in French", "et(true, true)", "2:1 politique.mot-francais"),
        CheckCase("or in French", "ou(true, true)", "2:1 politique.mot-francais"),
        CheckCase("clock", "os.time() > 3", "2:1 politique.fonction-absente"),
        CheckCase("pcall", "pcall(3)", "2:1 politique.fonction-absente"),
        CheckCase(
            "string.find", "string.find(collectivite.nom, \"a\") == 1",
            "2:1 politique.fonction-absente"),
    ])
    func `an unknown name is reported where it stands`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        "collectivite.nature == \"commune\"", "presence[demande.pays].nombre <= seuil",
        "dossier.complements.taille > 1", "prochain_comite > decision.date",
        "connu(expertise.domaine)", "math.floor(2.5) == 2", "collectivite[\"nom\"] == \"x\"",
        "existe(comites, { limite = decision.date })",
        "existe(expertise.experts, function(e) return e.statut == \"elu\" end)",
    ])
    func `a known name is not reported`(_ condition: String) throws {
        #expect(try PolicyFixture.findings(inCondition: condition) == [])
    }

    @Test
    func `the nearest name is proposed, with its edit`() throws {
        let text = "critere \"C\" { exige = collectivite.natur == \"x\" }"

        let finding = try #require(try PolicyFixture.check(text).first)

        #expect(finding.message == "fait inconnu\u{A0}: «\u{202F}natur\u{202F}»")
        #expect(finding.label == "vouliez-vous dire «\u{202F}nature\u{202F}»\u{202F}?")
        #expect(finding.fix?.replacement == "nature")
    }

    @Test
    func `a field of a root is proposed with its path`() throws {
        let finding = try #require(
            try PolicyFixture.check("critere \"C\" { exige = population > 3 }").first)

        #expect(finding.fix?.replacement == "collectivite.population")
    }

    @Test(arguments: [
        CheckCase("local", "local n = 1", "1:7 politique.local-inutilise"),
        CheckCase("function", "local function f() end", "1:16 politique.local-inutilise"),
        CheckCase("second local", "local _a, b = 1, 2", "1:11 politique.local-inutilise"),
        CheckCase(
            "written only", "local n = 1\nn = 2", "1:7 politique.local-inutilise"),
        CheckCase(
            "inside a function", "local function _f(a)\n  local b = 2\nend",
            "2:9 politique.local-inutilise"),
        CheckCase(
            "read by itself only", "local function f(n) return f(n) end",
            "1:16 politique.local-inutilise"),
        CheckCase("underscore", "local _n = 1"),
        CheckCase("loop", "for i = 1, 2 do end\nfor k, v in pairs({}) do end"),
        CheckCase("parameter", "local function _f(a) end"),
        CheckCase("read", "local n = 1\nlocal _m = n"),
        CheckCase("read by a rule", "local n = 1\ncritere \"C\" { exige = n > 0 }"),
        CheckCase(
            "read by a text", "local n = 1\npriorite \"P\" { points = 1, motif = \"il y a {n}\" }"),
    ])
    func `an unused local is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase("fact", "local _f = dossier", "1:12 politique.fait-hors-regle"),
        CheckCase(
            "parameter", "local _f = seuil\nparametre \"seuil\" { valeurs = { { valeur = 1 } } }",
            "1:12 politique.fait-hors-regle"),
        CheckCase(
            "in a helper", "local function _f(x) return x == demande.pays end",
            "1:34 politique.fait-hors-regle"),
        CheckCase(
            "in a literal of a helper",
            "local function _f(l) return existe(l, function(x) return x == decision.date end) end",
            "1:63 politique.fait-hors-regle"),
        CheckCase(
            "in a literal of a rule",
            """
            critere "C" {
              exige = existe(dossier.labels, function(l) return l.domaine == expertise.domaine end),
            }
            """),
        CheckCase(
            "given to a helper",
            """
            local function est(x, y) return x == y end
            critere "C" { exige = est(collectivite.nom, "x") }
            """),
    ])
    func `a fact is visible in rules only`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase("fact", "local dossier = 1", "dossier"),
        CheckCase("function", "local jour = 1", "jour"),
        CheckCase("library", "local math = 1", "math"),
        CheckCase("construct", "local regime = 1", "regime"),
        CheckCase("debut", "local debut = 1", "debut"),
        CheckCase("parameter", "local seuil = 1", "seuil"),
        CheckCase("table", "local comites = 1", "comites"),
        CheckCase("calcul", "local prochain = 1", "prochain"),
    ])
    func `a local does not take a name that rules read`(_ example: CheckCase) throws {
        let declarations = """

            parametre "seuil" { valeurs = { { valeur = 1 } } }
            donnees "comites" { fichier = "donnees/comites.csv" }
            calcul "K" { nom = "prochain", valeur = decision.date }
            """

        let findings = try PolicyFixture.findings(in: example.lua + declarations)

        #expect(findings.contains("1:7 politique.nom-masque"))
    }

    @Test(arguments: [
        CheckCase(
            "argument", "local function _f(demande) return demande end",
            "1:19 politique.nom-masque"),
        CheckCase("loop", "for expertise = 1, 2 do end", "1:5 politique.nom-masque"),
        CheckCase("pairs", "for _, jour in pairs({}) do end", "1:8 politique.nom-masque"),
        CheckCase("debut of a function", "local function _f(debut) return debut end"),
        CheckCase("free names", "for _, piece in pairs({}) do local _nature = piece end"),
    ])
    func `nor does an argument or the variable of a loop`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `a misspelt construct is reported once`() throws {
        let finding = try #require(
            try PolicyFixture.check("critre \"C\" { exige = dossier.numro }").first)

        #expect(finding.fix?.replacement == "critere")
    }

    @Test(arguments: [
        CheckCase(
            "in an if", "if true then\n  critere \"C\" {}\nend",
            "2:3 politique.construction-imbriquee"),
        CheckCase(
            "in a local", "local _c = critere \"C\" {}", "1:12 politique.construction-imbriquee"),
        CheckCase(
            "in a rule", "critere \"C\" { exige = niveaux {} }",
            "1:23 politique.construction-imbriquee"),
        CheckCase("at the top", "niveaux {}"),
    ])
    func `a construct stands at the level of the file`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `a hundred faults of a file are told, and that there are more`() throws {
        let locals = (1...150).map { "local inutile_\($0) = 1\n" }.joined()

        let findings = try PolicyFixture.check(locals)

        #expect(findings.map(\.location.start.line) == Array(1...100))
        #expect(findings[98].notes == [])
        #expect(findings[99].notes == ["d’autres erreurs suivent, qui ne sont pas montrées"])
    }
}
