// Missing data never decides: what each operator and function makes of an unknown.
// SPDX-License-Identifier: MIT

import PolicyEngine
import Testing

/// An expression over absent facts, and what a criterion makes of it.
struct UnknownCase: CustomTestStringConvertible, Sendable {
    let expression: String
    let outcome: Outcome
    let missing: [String]
    var facts = ""
    var testDescription: String { expression }
}

struct UnknownTests {
    private static let siren = "collectivite.siren"
    private static let population = "collectivite.population"

    @Test(arguments: [
        UnknownCase(
            expression: "collectivite.population > 10", outcome: .indeterminee,
            missing: [population]),
        UnknownCase(
            expression: "collectivite.population * 2 + 1 == 3", outcome: .indeterminee,
            missing: [population]),
        UnknownCase(
            expression: "not collectivite.outre_mer", outcome: .indeterminee,
            missing: ["collectivite.outre_mer"]),
        UnknownCase(
            expression: "collectivite.outre_mer and collectivite.nature == \"region\"",
            outcome: .nonSatisfaite, missing: []),
        UnknownCase(
            expression: "collectivite.nature == \"region\" and collectivite.outre_mer",
            outcome: .nonSatisfaite, missing: []),
        UnknownCase(
            expression: "collectivite.outre_mer or collectivite.nature == \"commune\"",
            outcome: .satisfaite, missing: []),
        UnknownCase(
            expression: "collectivite.outre_mer and collectivite.population > 3",
            outcome: .indeterminee, missing: ["collectivite.outre_mer", population]),
        UnknownCase(
            expression: "dossier.obligations.atlas_a_jour", outcome: .indeterminee,
            missing: ["obligations"]),
        UnknownCase(
            expression: "nombre(dossier.labels) == 0", outcome: .indeterminee,
            missing: ["labels"]),
        UnknownCase(
            expression: "nombre(dossier.labels) == 0", outcome: .satisfaite, missing: [],
            facts: "\"labels\": []"),
        UnknownCase(
            expression: "existe(dossier.labels, { regime = \"pact-3\" })",
            outcome: .indeterminee, missing: ["labels[1].regime"], facts: "\"labels\": [{}]"),
        UnknownCase(
            expression: "existe(dossier.labels, { regime = \"pact-3\" })",
            outcome: .satisfaite, missing: [],
            facts: "\"labels\": [{}, { \"regime\": \"pact-3\" }]"),
        UnknownCase(
            expression: "tous(dossier.labels, { regime = \"pact-3\" })",
            outcome: .nonSatisfaite, missing: [],
            facts: "\"labels\": [{}, { \"regime\": \"pact-2\" }]"),
        UnknownCase(
            expression: "compte(dossier.labels, { regime = \"pact-3\" }) >= 1",
            outcome: .indeterminee, missing: ["labels[1].regime"],
            facts: "\"labels\": [{}, { \"regime\": \"pact-3\" }]"),
        UnknownCase(
            expression: "parmi(collectivite.departement, { \"59\", \"62\" })",
            outcome: .indeterminee, missing: ["collectivite.departement"]),
        UnknownCase(
            expression: "parmi(\"promotion\", dossier.objectifs)", outcome: .indeterminee,
            missing: ["objectifs"]),
        UnknownCase(
            expression: "entre(collectivite.population, 1, 5)", outcome: .indeterminee,
            missing: [population]),
        UnknownCase(
            expression: "si_sinon(collectivite.outre_mer, true, true)",
            outcome: .indeterminee, missing: ["collectivite.outre_mer"]),
        UnknownCase(
            expression: "minuscules(collectivite.region) == \"32\"",
            outcome: .indeterminee, missing: ["collectivite.region"]),
    ])
    func `an unknown operand`(_ item: UnknownCase) throws {
        let result = try Trial.criterion(item.expression).verdict(item.facts).result("C")

        #expect(result.outcome == item.outcome)
        #expect(result.manquants == item.missing)
        #expect(!result.isProvisional)
    }

    @Test(arguments: [
        UnknownCase(
            expression: "connu(collectivite.siren)", outcome: .nonSatisfaite,
            missing: [siren]),
        UnknownCase(
            expression: "renseigne(collectivite.siren)", outcome: .nonSatisfaite,
            missing: [siren]),
        UnknownCase(
            expression: "defaut(collectivite.population, 5) == 5", outcome: .satisfaite,
            missing: [population]),
    ])
    func `looking at absence makes a result provisional`(_ item: UnknownCase) throws {
        let result = try Trial.criterion(item.expression).verdict().result("C")

        #expect(result.outcome == item.outcome)
        #expect(result.manquants == item.missing)
        #expect(result.isProvisional)
    }

    @Test
    func `a default is an assumption that the verdict lists`() throws {
        let verdict = try Trial.criterion("defaut(collectivite.population, 5) == 5").verdict()

        #expect(verdict.hypotheses.map(\.fait) == ["collectivite.population"])
        #expect(verdict.hypotheses.map(\.valeur) == [.integer(5)])
        #expect(verdict.hypotheses.map(\.regle) == ["C"])
    }

    @Test
    func `an empty list is known, and renseigne names it without being provisional`() throws {
        let trial = try Trial.criterion("renseigne(dossier.labels)")

        let result = try trial.verdict("\"labels\": []").result("C")

        #expect(result.outcome == .nonSatisfaite)
        #expect(result.manquants == ["labels"])
        #expect(!result.isProvisional)
    }

    @Test
    func `a blank text is named as missing`() throws {
        let trial = try Trial.criterion("renseigne(collectivite.departement)")

        let result = try trial.verdict(collectivite: "\"departement\": \"  \"").result("C")

        #expect(result.outcome == .nonSatisfaite)
        #expect(result.manquants == ["collectivite.departement"])
    }

    @Test
    func `an unknown condition makes the call of a helper unknown`() throws {
        let trial = try Trial(
            """
            local function petite(population)
              if population < 100 then return true end
              return false
            end
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = petite(collectivite.population), sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().result("C").outcome == .indeterminee)
        #expect(
            try trial.verdict(collectivite: "\"population\": 5").result("C").outcome == .satisfaite)
    }

    @Test
    func `a loop over an unknown list makes the call of a helper unknown`() throws {
        let trial = try Trial(
            """
            local function combien(labels)
              local n = 0
              for _, label in ipairs(labels) do
                if label.regime == "pact-3" then n = n + 1 end
              end
              return n
            end
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = combien(dossier.labels) == 1, sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().result("C").manquants == ["labels"])
        #expect(
            try trial.verdict("\"labels\": [{ \"regime\": \"pact-3\" }]").result("C").outcome
                == .satisfaite)
    }

    @Test
    func `an unknown si leaves a priority open from nothing to its points`() throws {
        let trial = try Trial(
            """
            priorite "P" {
              titre = "Essai", source = "Essai",
              si = collectivite.outre_mer, points = 30, motif = "oui",
            }
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
            """)

        let priority = try trial.verdict().priorite

        #expect(priority.points == 0)
        #expect(priority.pointsMax == 30)
        #expect(priority.niveau == "normale")
        #expect(priority.niveauMax == "haute")
    }

    @Test
    func `an unknown number of points leaves no upper bound`() throws {
        let trial = try Trial(
            """
            priorite "P" {
              titre = "Essai", source = "Essai", points = collectivite.population, motif = "oui",
            }
            """)

        let priority = try trial.verdict().priorite

        #expect(priority.points == 0)
        #expect(priority.pointsMax == nil)
    }

    @Test
    func `a placeholder prints an unknown in words and changes no result`() throws {
        let trial = try Trial(
            """
            critere "C" {
              titre = "Essai", source = "Essai", exige = collectivite.nature == "region",
              sinon = refus "{collectivite.nature} : {collectivite.population} habitants {{sic}}",
            }
            """)

        let result = try trial.verdict().result("C")

        #expect(result.motif == "commune : non renseigné habitants {sic}")
        #expect(result.manquants == [])
    }
}
