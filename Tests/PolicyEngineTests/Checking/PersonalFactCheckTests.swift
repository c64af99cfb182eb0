// What the checker says of texts that quote what may tell about a person.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyEngine

struct PersonalFactCheckTests {
    private static let declarations = """
        champ "complements.age" { titre = "Âge", type = "entier", personnel = true }
        local function cite(e) return "voir " .. e.savoir_faire end
        local function juge(e) return e.savoir_faire == "x" end

        """

    private static let helpers = """
        local cle = "nom" .. ""
        local cles = { "savoir_faire" }
        local connues = { x = 1 }
        local rang = 1
        local function juge(e) return e.savoir_faire == "x" end
        local function echoue(t) error("voir " .. t) end
        local function relais(t) return echoue(t) end
        local function affirme(t) return assert(t == "", t) end
        local function strict(t) if t == "" then error("vide") end return true end
        local function lit(t, k) return t[k].nombre end
        local function date(t) return jour(t) end
        local impair
        local function pair(t, n) if n == 0 then error(t) end return impair(t, n - 1) end
        impair = function(t, n) return pair(t, n - 1) end
        local function fabrique(t) return function() error(t) end end
        local melange = { echoue, 1, "b" }
        calcul "C-1" { nom = "nom_de_cle", valeur = "savoir" .. "_faire" }
        donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

        """

    @Test(arguments: [
        CheckCase("motif of a priority", "priorite", "motif = \"{expertise.savoir_faire}\""),
        CheckCase("message of a flag", "signalement", "si = true, message = \"{demande.objet}\""),
        CheckCase("in an expression", "priorite", "motif = \"{'n° ' .. expertise.conditions}\""),
        CheckCase("fact of the policy's own", "priorite", "motif = \"{dossier.complements.age}\""),
        CheckCase(
            "element of a list", "priorite",
            "motif = \"{premier(dossier.pieces, { type = 'x' }).fichier}\""),
        CheckCase("value of a calcul", "calcul", "nom = \"c\", valeur = expertise.savoir_faire"),
        CheckCase(
            "message of a failure", "critere",
            "exige = expertise.domaine == error(expertise.savoir_faire)"),
        CheckCase(
            "function given to a function", "priorite",
            "motif = \"{premier(expertise.experts, function(e) return e.fonction == 'x' end).statut}\""
        ),
    ])
    func `a text that quotes a personal fact is refused`(example: CheckCase) throws {
        let text = "\(example.lua) \"R-1\" { \(example.expected[0]) }\n"

        let findings = try PolicyFixture.findings(in: PersonalFactCheckTests.declarations + text)

        let quotes = findings.filter { $0.hasSuffix("politique.fait-personnel") }
        #expect(quotes.count == 1)
        #expect(quotes.first?.hasPrefix("4:") == true)
    }

    @Test func `a helper that makes a text of a personal fact is refused where it does`() throws {
        let text = "priorite \"R-1\" { motif = \"{cite(expertise)}\" }\n"

        let findings = try PolicyFixture.findings(in: PersonalFactCheckTests.declarations + text)

        #expect(findings.contains("2:44 politique.fait-personnel"))
    }

    @Test(arguments: [
        CheckCase("key put together", "priorite", "motif = \"{expertise[cle]}\""),
        CheckCase(
            "key of a walk", "priorite",
            "motif = \"{premier(cles, function(k) return expertise[k] == 'x' end)}\""),
        CheckCase("key of a calcul", "priorite", "motif = \"{expertise[nom_de_cle]}\""),
        CheckCase("key of the whole dossier", "priorite", "motif = \"{dossier[cle]}\""),
        CheckCase(
            "key of a table", "critere", "exige = presence[expertise.conditions].nombre > 1"),
        CheckCase("asked of a table", "critere", "exige = parmi(expertise.conditions, presence)"),
        CheckCase("key of a record", "critere", "exige = expertise[expertise.conditions] == 1"),
        CheckCase(
            "key for an element", "critere",
            "exige = existe(expertise.experts, "
                + "function(x) return presence[x.fonction].nombre > 1 end)"),
        CheckCase("day", "critere", "exige = jour(expertise.conditions) > decision.date"),
        CheckCase(
            "assumption", "critere",
            "exige = defaut(collectivite.rna, expertise.conditions) == 'x'"),
        CheckCase(
            "message of a claim", "critere",
            "exige = assert(expertise.domaine == 'x', expertise.conditions)"),
        CheckCase(
            "pattern", "critere",
            "exige = string.find(expertise.domaine, expertise.conditions) == 1"),
        CheckCase("format", "critere", "exige = string.format(expertise.conditions, 1) == 'x'"),
        CheckCase("helper that fails", "critere", "exige = echoue(expertise.conditions)"),
        CheckCase("helper of a helper", "critere", "exige = relais(expertise.conditions)"),
        CheckCase("helper that claims", "critere", "exige = affirme(expertise.conditions)"),
        CheckCase("helper of keys", "critere", "exige = lit(presence, expertise.conditions) == 1"),
        CheckCase(
            "helper of days", "critere", "exige = date(expertise.conditions) > decision.date"),
        CheckCase("function that comes back", "critere", "exige = pair(expertise.conditions, 3)"),
        CheckCase(
            "function that is made", "critere", "exige = fabrique(expertise.conditions)()"),
        CheckCase(
            "function of a mixed list", "critere", "exige = melange[rang](expertise.conditions)"),
        CheckCase(
            "element handed over in a text", "priorite",
            "motif = \"{existe(premier(expertise.experts, { statut = 'elu' }).langues, echoue)}\""
        ),
        CheckCase(
            "element handed over", "critere",
            "exige = existe(premier(expertise.experts, { statut = 'elu' }).langues, echoue)"),
    ])
    func `a personal fact is no key, no message, no day and no assumption`(
        example: CheckCase
    ) throws {
        let text = "\(example.lua) \"R-1\" { \(example.expected[0]) }\n"

        let findings = try PolicyFixture.findings(in: PersonalFactCheckTests.helpers + text)

        let line = PersonalFactCheckTests.helpers.split(separator: "\n").count + 1
        let quotes = findings.filter { $0.hasSuffix("politique.fait-personnel") }
        #expect(quotes.contains { $0.hasPrefix("\(line):") }, "\(findings)")
    }

    @Test(arguments: [
        CheckCase("a fact by its name", "local function f(e) error(e.conditions) end", "1:29"),
        CheckCase(
            "a local", "local function f(e)\n  local t = e.conditions\n  error(t)\nend",
            "2:15"),
        CheckCase(
            "a key", "local function f(e)\n  local k = \"x\" .. 1\n  error(e[k])\nend", "3:11"),
        CheckCase(
            "a record that lost its type",
            "local function f(e)\n  local l = { e, 1 }\n  error(l[1].conditions)\nend", "3:14"),
    ])
    func `a helper that puts what it reads into a message is refused where it reads`(
        example: CheckCase
    ) throws {
        let findings = try PolicyFixture.findings(
            in: example.lua + "\ncritere \"R-1\" { exige = f(expertise) }\n")

        #expect(
            findings.filter { $0.hasSuffix("politique.fait-personnel") }
                == example.expected.map { "\($0) politique.fait-personnel" })
    }

    @Test(arguments: [
        CheckCase("fixed message", "critere", "exige = strict(expertise.conditions)"),
        CheckCase("key of a body", "priorite", "motif = \"{collectivite[cle]}\""),
        CheckCase(
            "key of the policy's own table", "critere", "exige = connues[expertise.conditions] == 1"
        ),
        CheckCase("helper beside one that fails", "critere", "exige = juge(expertise)"),
        CheckCase(
            "list of the policy", "critere", "exige = parmi(expertise.conditions, cles)"),
    ])
    func `what neither a text nor a message shows may depend on a personal fact`(
        example: CheckCase
    ) throws {
        let text = "\(example.lua) \"R-1\" { \(example.expected[0]) }\n"

        let findings = try PolicyFixture.findings(in: PersonalFactCheckTests.helpers + text)

        #expect(findings.filter { $0.hasSuffix("politique.fait-personnel") } == [])
    }

    @Test(arguments: [
        CheckCase("condition", "critere", "exige = renseigne(expertise.savoir_faire)"),
        CheckCase("comparison", "critere", "exige = expertise.conditions == \"x\""),
        CheckCase("helper of a condition", "critere", "exige = juge(expertise)"),
        CheckCase(
            "whether it is there", "priorite", "motif = \"{renseigne(expertise.savoir_faire)}\""),
        CheckCase(
            "how many", "priorite",
            "motif = \"{compte(expertise.experts, function(e) return nombre(e.langues) > 1 end)}\""
        ),
        CheckCase(
            "whether one is such", "priorite",
            "motif = \"{existe(expertise.experts, function(e) return e.fonction == 'x' end)}\""),
        CheckCase(
            "whether one matches", "priorite",
            "motif = \"{existe(expertise.experts, { fonction = 'x' })}\""),
        CheckCase("name of a body", "priorite", "motif = \"{demande.demandeur}\""),
    ])
    func `a rule may read a personal fact without quoting it`(example: CheckCase) throws {
        let text = "\(example.lua) \"R-1\" { \(example.expected[0]) }\n"

        let findings = try PolicyFixture.findings(in: PersonalFactCheckTests.declarations + text)

        #expect(findings.filter { $0.hasSuffix("politique.fait-personnel") } == [])
    }

    @Test func `a field of the policy's own is personal where the policy says so`() throws {
        let regime = try PolicyFixture.regime(PersonalFactCheckTests.declarations)

        #expect(regime.declarations.facts.map(\.field.isPersonal) == [true])
    }

    @Test func `a fact that is personal in one of two regimes only is refused`() {
        let fact = "\nchamp \"complements.age\" { titre = \"Âge\", type = \"entier\""
        let folder = LoadedFolder([
            "a/regime.lua": LoadedFolder.regime("a") + fact + ", personnel = true }",
            "b/regime.lua": LoadedFolder.regime("b") + fact + " }",
        ])

        #expect(
            folder.findings == [
                "b/regime.lua:5:7 politique.champ-contradictoire: le champ « complements.age » "
                    + "n’est personnel que dans un régime sur deux"
            ])
    }
}
