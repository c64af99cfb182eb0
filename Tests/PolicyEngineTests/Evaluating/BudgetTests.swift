// A rule that would never end, or would take the memory, fails alone and by its line.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

/// A helper function that must be stopped, and the line on which it is.
struct Bomb: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let body: [String]
    let lines: ClosedRange<Int>
    let says: String
}

struct BudgetTests {
    @Test(arguments: [
        Bomb(
            testDescription: "endless loop", body: ["while n > 0 do", "n = n + 1", "end"],
            lines: 2...4,
            says: "200\u{202F}000 instructions"),
        Bomb(
            testDescription: "endless repeat", body: ["repeat n = n + 1", "until n < 0"],
            lines: 2...3,
            says: "200\u{202F}000 instructions"),
        Bomb(
            testDescription: "long walk", body: ["for i = 1, 100000000 do", "n = n + i", "end"],
            lines: 2...4, says: "200\u{202F}000 instructions"),
        Bomb(
            testDescription: "recursion", body: ["n = n + bombe(n)"], lines: 2...2,
            says: "s’imbriquent sans fin"),
        Bomb(
            testDescription: "text that doubles",
            body: ["local t = \"x\"", "for i = 1, 60 do", "t = t .. t", "end", "n = n + 1"],
            lines: 4...4, says: "trop de mémoire"),
    ])
    func `a rule without end is stopped and named`(_ bomb: Bomb) throws {
        let trial = try Trial(
            """
            local function bombe(n)
            \(bomb.body.joined(separator: "\n"))
            return n
            end
            critere "A" {
              titre = "Essai", source = "Essai",
              exige = bombe(collectivite.population) > 0, sinon = refus "non",
            }
            critere "B" {
              titre = "Essai", source = "Essai",
              exige = collectivite.nature == "commune", sinon = refus "non",
            }
            """)

        let verdict = try trial.verdict(collectivite: "\"population\": 5")

        let failed = try verdict.result("A")
        #expect(failed.outcome == .enErreur)
        #expect(failed.motif?.contains(bomb.says) == true, "\(failed.motif ?? "")")
        #expect(bomb.lines.contains { failed.failedAt == "essai/regles.lua:\($0)" })
        #expect(try verdict.result("B").outcome == .satisfaite)
    }

    @Test
    func `a file that never ends to load is a fault at its line`() {
        let source = Trial.source("local n = 0\nwhile n >= 0 do n = n + 1 end\n")

        let found = Policy.check(source)

        #expect(found.map(\.code) == ["politique.echec-au-chargement"])
        #expect(found.first?.location.start.line == 2)
    }

    @Test
    func `nothing of a dossier is left for the next`() throws {
        let trial = try Trial(
            """
            local vus = {}
            local function deja_vu(nom)
              if vus[nom] then return true end
              return false
            end
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "taille", valeur = nombre(dossier.labels),
            }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = taille == 1 and not deja_vu(collectivite.nom), sinon = refus "non",
            }
            """)

        let verdicts = try trial.verdicts(onEachOf: ["\"labels\": [{}]", "", "\"labels\": []"])

        #expect(
            try verdicts.map { try $0.result("C").outcome }
                == [.satisfaite, .indeterminee, .nonSatisfaite])
    }

    @Test(arguments: [
        "local compteur do local n = {} compteur = function() return ajoute(n) end end",
        """
        local function fabrique() local n = {} return function() return ajoute(n) end end
        local compteur = fabrique()
        """,
        "local t = {} local function compteur() return ajoute(t) end",
    ])
    func `a table of a file cannot count dossiers`(counter: String) throws {
        let trial = try Trial(
            """
            local function ajoute(l) table.insert(l, 1) return nombre(l) end
            \(counter)
            calcul "K" { titre = "Essai", source = "Essai", nom = "k", valeur = compteur() }
            """)

        let verdicts = try trial.verdicts(onEachOf: ["", ""])

        #expect(try verdicts.map { try $0.result("K").outcome } == [.enErreur, .enErreur])
        #expect(try verdicts[0].result("K").motif?.contains("lecture seule") == true)
    }

    @Test(arguments: [
        "existe(expertise.experts, { statut = \"elu\" })",
        "tous(expertise.experts, { statut = \"elu\" })",
        "compte(expertise.experts, { statut = \"elu\" })",
        "somme(expertise.experts, function(e) return e.jours_par_an end)",
        "existe(expertise.experts, function(e) return e.jours_par_an > 3 end)",
    ])
    func `six hundred unknown elements take no more than six hundred times one`(
        value: String
    ) throws {
        let trial = try Trial(
            """
            calcul "K" { titre = "Essai", source = "Essai", nom = "k", valeur = \(value) }
            """)
        let experts = Array(repeating: "{}", count: 600).joined(separator: ",")

        let verdict = try trial.verdict("\"expertises\": [{\"experts\": [\(experts)]}]")

        let result = try verdict.result("K")
        let fact = value.contains("jours") ? "jours_par_an" : "statut"
        #expect(result.outcome == .indeterminee)
        #expect(
            Set(result.manquants)
                == Set((1...600).map { "expertises[1].experts[\($0)].\(fact)" }))
    }
}
