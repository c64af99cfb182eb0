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
        CheckCase("condition", "critere", "exige = renseigne(expertise.savoir_faire)"),
        CheckCase("comparison", "critere", "exige = expertise.conditions == \"x\""),
        CheckCase("helper of a condition", "critere", "exige = juge(expertise)"),
        CheckCase(
            "whether it is there", "priorite", "motif = \"{renseigne(expertise.savoir_faire)}\""),
        CheckCase(
            "how many", "priorite",
            "motif = \"{compte(expertise.experts, function(e) return nombre(e.langues) > 1 end)}\""
        ),
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
