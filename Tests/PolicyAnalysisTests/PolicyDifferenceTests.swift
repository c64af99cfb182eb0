// Two versions of a policy differ where they decide otherwise, and nowhere else.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct PolicyDifferenceTests {
    private func difference(_ before: String, _ after: String) throws -> PolicyDifference {
        try PolicyDifference.between(OneRegime.load(before), OneRegime.load(after))
    }

    @Test func `a comment and another layout change nothing`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000"),
            OneRegime.critere("A", "-- au moins mille\n  collectivite.population\n    >= 1000"))

        #expect(found.isEmpty)
        #expect(found.isExact)
        #expect(found.reworded.isEmpty)
        #expect(found.explored == 0)
    }

    @Test func `another way to say the same is proved the same`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000"),
            "local seuil = 1000\n"
                + OneRegime.critere("A", "not (seuil > collectivite.population)"))

        #expect(found.isEmpty)
        #expect(found.isExact)
        #expect(found.reworded.map(\.id) == ["A"])
    }

    @Test func `what only a missing fact tells apart differs`() throws {
        let always = "collectivite.population > 5 or collectivite.population <= 5"
        let found = try difference(
            OneRegime.critere("A", always),
            OneRegime.critere("A", always + " or collectivite.outre_mer"))

        let rule = try #require(found.rules.first)
        #expect(rule.before == .avis(.incomplet))
        #expect(rule.after == .avis(.favorable))
        #expect(rule.witness?.before.json["collectivite"]?["population"] == nil)
        #expect(found.reworded.isEmpty)
    }

    private func points(_ points: String, si: String = "collectivite.population >= 0") -> String {
        """
        priorite "P" { titre = "P", source = "E", si = \(si), points = \(points),
          motif = "Oui." }

        """
    }

    @Test func `points made of a fact are looked at on more than one value`() throws {
        let found = try difference(
            points("collectivite.population * 3"), points("collectivite.population * 4"))

        #expect(found.rules.map(\.rule.id) == ["P"])
        #expect(found.rules.first?.witness?.changesPoints == true)
    }

    @Test func `points that differ on one value in many are never called the same`() throws {
        let found = try difference(
            points("collectivite.population * 3"),
            points("collectivite.population * 3 + collectivite.population // 123456"))

        #expect(found.isEmpty)
        #expect(found.doubts.map(\.reason) == [.sampled])
    }

    @Test func `the same points under another condition need no doubt`() throws {
        let found = try difference(
            points("collectivite.population * 3", si: "collectivite.population >= 1"),
            points("collectivite.population * 3", si: "not (collectivite.population < 1)"))

        #expect(found.isEmpty)
        #expect(found.isExact)
    }

    @Test func `a rule known by values that were tried alone is not called renamed`() throws {
        let found = try difference(
            points("collectivite.population * 3"),
            points("collectivite.population * 4 - collectivite.population")
                .replacing("\"P\"", with: "\"Q\""))

        #expect(found.renamed.isEmpty)
    }

    @Test func `the flag at a regime's limits is shown on a dossier across them`() throws {
        func load(_ flag: String) throws -> Policy {
            try OneRegime.load(
                OneRegime.critere("A", "collectivite.outre_mer"),
                period: """
                    du = jour "2020-01-01", jusqu_au = jour "2020-12-31", transition = "\(flag)"
                    """)
        }
        let found = try PolicyDifference.between(load("Ancien."), load("Nouveau."))

        #expect(found.regimes.map(\.before?.transition) == ["Ancien."])
        #expect(found.regimes.map(\.after?.transition) == ["Nouveau."])
        let witness = try #require(found.regimes.first?.witness)
        #expect(witness.before.verdict.transition == "Ancien.")
        #expect(witness.after.verdict.transition == "Nouveau.")
        #expect(try PolicyDifference.between(load("Ancien."), load("Ancien.")).isEmpty)
    }

    @Test func `a flag that no dossier can raise changes nothing`() throws {
        func load(_ flag: String) throws -> Policy {
            try OneRegime.load(
                OneRegime.critere("A", "collectivite.outre_mer"),
                period: "du = jour \"2020-01-01\", transition = \"\(flag)\"")
        }

        #expect(try PolicyDifference.between(load("Ancien."), load("Nouveau.")).isEmpty)
    }

    @Test func `the label of a second expertise is compared with its own`() throws {
        func rule(_ day: Int) -> String {
            """
            validite "V" { titre = "V", source = "E", debut = jour "2020-01-01",
              fin = si_sinon(nombre(dossier.expertises) == 2
                and premier(dossier.expertises, function(e) return true end).domaine == "sport"
                and expertise.domaine == "eau", jour "2021-01-0\(day)", jour "2022-01-01") }
            """
        }
        let witness = try #require(try difference(rule(1), rule(2)).rules.first?.witness)

        let labels = [witness.before, witness.after].map { judged in
            judged.verdict.expertises.map(\.validite?.fin.iso)
        }
        #expect(labels == [["2022-01-01", "2021-01-01"], ["2022-01-01", "2021-01-02"]])
    }

    @Test func `a threshold that moves is shown between the two`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000"),
            OneRegime.critere("A", "collectivite.population >= 2000"))

        let rule = try #require(found.rules.first)
        #expect(found.rules.count == 1)
        #expect(rule.before == .avis(.favorable))
        #expect(rule.after == .avis(.defavorable))
        #expect(rule.regions.map { $0.last?.cell.extent } == [.numbers(1000, 1999)])
        #expect(rule.isExact)
        let witness = try #require(rule.witness)
        #expect(witness.before.verdict.avis == .favorable)
        #expect(witness.after.verdict.avis == .defavorable)
        #expect(witness.changesAvis)
    }

    @Test func `another effect differs wherever the criterion fails`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.outre_mer"),
            OneRegime.critere("A", "collectivite.outre_mer", "examen"))

        #expect(found.rules.map(\.before) == [.avis(.defavorable)])
        #expect(found.rules.map(\.after) == [.avis(.aExaminer)])
    }

    @Test func `a rule under another identifier is renamed, and nothing else`() throws {
        let found = try difference(
            OneRegime.critere("A-01", "collectivite.population >= 1000"),
            OneRegime.critere("A-1", "collectivite.population >= 1000"))

        #expect(found.isEmpty)
        #expect(found.isExact)
        #expect(found.renamed.map(\.before.id) == ["A-01"])
        #expect(found.renamed.map(\.after.id) == ["A-1"])
        #expect(found.reworded.isEmpty)
    }

    @Test func `a renamed rule written otherwise is known by its results`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000")
                + OneRegime.critere("B", "collectivite.outre_mer"),
            OneRegime.critere("C", "collectivite.outre_mer == true")
                + OneRegime.critere("D", "not (collectivite.population < 1000)"))

        #expect(found.isEmpty)
        #expect(found.renamed.map(\.before.id) == ["A", "B"])
        #expect(found.renamed.map(\.after.id) == ["D", "C"])
        #expect(found.reworded.map(\.id) == ["C", "D"])
    }

    @Test func `of two rules with one text, the one with the former title is the renamed one`()
        throws
    {
        func rule(_ id: String, _ titre: String) -> String {
            OneRegime.critere(id, "collectivite.outre_mer")
                .replacing("Essai \(id)", with: titre)
        }
        let found = try difference(
            rule("A", "Outre-mer"), rule("B", "Autre titre") + rule("C", "Outre-mer"))

        #expect(found.renamed.map(\.after.id) == ["C"])
        #expect(Set(found.rules.map(\.rule.id)) == ["B"])
    }

    @Test func `another effect, or another kind, is no other name`() throws {
        let flag = """
            signalement "S" { titre = "S", source = "E", message = "M",
              si = not collectivite.outre_mer }
            """
        let criterion = OneRegime.critere("A", "collectivite.outre_mer")

        #expect(
            try difference(
                criterion, OneRegime.critere("B", "collectivite.outre_mer", "examen")
            ).renamed.isEmpty)
        #expect(try difference(criterion, flag).renamed.isEmpty)
    }

    @Test func `rules that are never in force are not taken for one another`() throws {
        func rule(_ id: String, _ exige: String) -> String {
            OneRegime.critere(id, exige).replacing(
                "source =", with: "jusqu_au = jour \"2019-01-01\", source =")
        }
        let found = try difference(
            rule("A", "collectivite.outre_mer"), rule("B", "collectivite.population > 5"))

        #expect(found.renamed.isEmpty)
    }

    @Test func `rules that never count for anything are not taken for one another`() throws {
        func flag(_ id: String, _ si: String) -> String {
            """
            signalement "\(id)" { titre = "\(id)", source = "E", message = "M", si = \(si) }
            """
        }
        let found = try difference(
            flag("S", "collectivite.population < 0"),
            flag("T", "collectivite.outre_mer and not collectivite.outre_mer"))

        #expect(found.renamed.isEmpty)
    }

    @Test func `a rule that comes and one that goes differ from nothing`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.outre_mer"),
            OneRegime.critere("B", "collectivite.population > 5"))

        // Where its fact is missing, a criterion leads to an incomplete dossier.
        #expect(found.rules.map(\.rule.id) == ["A", "A", "B", "B"])
        #expect(
            found.rules.map(\.before)
                == [.avis(.defavorable), .avis(.incomplet), .nothing, .nothing])
        #expect(
            found.rules.map(\.after)
                == [.nothing, .nothing, .avis(.defavorable), .avis(.incomplet)])
    }

    @Test func `a criterion that reads one more fact is shown where that is missing`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 5"),
            OneRegime.critere("A", "collectivite.population >= 5 and collectivite.outre_mer"))

        let rule = try #require(found.rules.first { $0.after == .avis(.incomplet) })
        #expect(rule.before == .avis(.favorable))
        let witness = try #require(rule.witness)
        #expect(witness.before.json["collectivite"]?["outre_mer"] == nil)
        #expect(witness.after.verdict.manquants == ["collectivite.outre_mer"])
    }

    @Test(arguments: ["dossier.depose_le", "decision.date"])
    func `another rounding is shown on a day of which there is none years later`(
        start: String
    ) throws {
        func label(_ rounding: String) -> String {
            """
            validite "V" { titre = "V", source = "E", debut = \(start), fin = debut + ans(3),
              arrondi = "\(rounding)" }
            """
        }
        let found = try difference(label("dernier_jour"), label("jour_suivant"))

        let rule = try #require(found.rules.first)
        let leap = try #require(rule.witness?.before.verdict.expertises.first?.validite)
        #expect(leap.debut.iso.hasSuffix("-02-29"))
        #expect(leap.fin.iso.hasSuffix("-02-28"))
        let other = rule.witness?.after.verdict.expertises.first?.validite
        #expect(other?.fin.iso.hasSuffix("-03-01") == true)
        #expect(!rule.isExact)
    }

    @Test func `a list on which two walks differ is as long as it was looked at`() throws {
        let found = try difference(
            OneRegime.critere("A", "tous(expertise.experts, { statut = \"elu\" })"),
            OneRegime.critere("A", "existe(expertise.experts, { statut = \"elu\" })"))

        // An elected expert beside one of whom that is not said: with a third one, both could differ.
        let missing = try #require(found.rules.first { $0.before == .avis(.incomplet) })
        let counts = missing.regions.flatMap(\.self)
            .filter { $0.path.description == "expertises[1].experts" }.map(\.cell.extent)
        #expect(Set(counts) == [.counts(2, 2)])
    }

    @Test func `a period without end has none`() throws {
        let found = try difference(
            OneRegime.critere("A", "dossier.depose_le >= jour \"2021-03-01\""),
            OneRegime.critere(
                "A",
                "dossier.depose_le >= jour \"2021-04-01\" or dossier.depose_le < jour \"2021-03-01\""
            ))

        let extents = found.rules.flatMap(\.regions).flatMap(\.self).map(\.cell.extent)
        #expect(extents.contains(.numbers(737_850, 737_880)))
        #expect(
            !extents.contains { extent in
                if case .numbers(_, let high?) = extent { high > 1_000_000 } else { false }
            })
    }

    @Test func `a parameter that changes from a day on differs from that day`() throws {
        func text(_ values: String) -> String {
            """
            parametre "seuil" { titre = "S", unite = "h", valeurs = { \(values) } }

            """ + OneRegime.critere("A", "collectivite.population >= seuil")
        }
        let found = try difference(
            text("{ du = jour \"2020-01-01\", valeur = 10, source = \"E\" }"),
            text(
                """
                { du = jour "2020-01-01", jusqu_au = jour "2021-06-30", valeur = 10, source = "E" },
                { du = jour "2021-07-01", valeur = 20, source = "E" }
                """))

        let rule = try #require(found.rules.first)
        #expect(rule.periods == [Period(du: Day(iso: "2021-07-01"))])
        #expect(rule.isDated)
        #expect(rule.regions.map { $0.last?.cell.extent } == [.numbers(10, 19)])
        #expect(rule.witness?.before.verdict.deposeLe == Day(iso: "2021-07-01"))
    }

    @Test func `a row of a table differs for its key alone`() throws {
        func policy(_ rows: String) throws -> Policy {
            try OneRegime.load(
                """
                donnees "p" { fichier = "donnees/p.csv", cle = "pays",
                  colonnes = { pays = "pays", n = "entier", source = "texte" } }
                priorite "P" { titre = "P", source = "E", si = p[demande.pays].n <= 5, points = 30,
                  motif = "Peu." }

                """, files: ["donnees/p.csv": "pays,n,source\n" + rows])
        }
        let found = try PolicyDifference.between(
            policy("MG,2,E\nMN,4,E\n"), policy("MG,2,E\nMN,6,E\n"))

        let rule = try #require(found.rules.first)
        #expect(rule.before == .points(30, 30))
        #expect(rule.after == .points(0, 0))
        let cells = try #require(rule.regions.first).filter {
            $0.path.description.hasSuffix("pays")
        }
        #expect(cells.map(\.cell.extent) == [.values([.text("MN")])])
        #expect(rule.witness?.changesPoints == true)
    }

    @Test func `a label that lasts longer has other dates`() throws {
        func validite(_ years: Int) -> String {
            """
            validite "V" { titre = "V", source = "E", si = expertise.domaine == "eau",
              debut = decision.date, fin = debut + ans(\(years)) - jours(1), arrondi = "dernier_jour" }
            """
        }
        let found = try difference(validite(3), validite(5))

        #expect(found.rules.count == 1)
        #expect(found.rules.first?.witness?.changesDates == true)
        // Some decision days were tried: others may show it in other periods.
        #expect(found.rules.first?.isDated == false)
        #expect(found.doubts.map(\.reason) == [.days])
    }

    @Test func `no dossier of a region lacks what every dossier must hold`() throws {
        let found = try difference(
            OneRegime.critere("A", "connu(collectivite.rna)", "piece")
                + OneRegime.critere("B", "collectivite.outre_mer"),
            OneRegime.critere("B", "collectivite.outre_mer"))

        let absent = found.rules.flatMap(\.regions).flatMap(\.self).filter {
            $0.cell.extent == .absent
        }
        #expect(absent.map(\.path.description) == ["collectivite.rna"])
    }

    @Test func `a dossier whose opinion moves is preferred to one that other rules stop`() throws {
        // Five regions whose domain is blank, which B stops, come before the one that shows it.
        let words = Array(repeating: " ", count: 5) + ["sport"]
        let exige = words.enumerated().map { index, word in
            "(expertise.domaine ~= \"\(word)\" or collectivite.population ~= \(index))"
        }.joined(separator: " and ")
        let other = OneRegime.critere("B", "renseigne(expertise.domaine)", "piece")
        let found = try difference(
            OneRegime.critere("A", exige, "examen") + other,
            OneRegime.critere("A", "true or " + exige, "examen") + other)

        let witness = try #require(found.rules.first?.witness)
        #expect(witness.before.verdict.avis == .aExaminer)
        #expect(witness.after.verdict.avis == .favorable)
        #expect(
            witness.before.placed.map(\.description) == [
                "collectivite", "collectivite.population", "expertises", "expertises[1].domaine",
            ])
    }

    @Test func `a regime that ends earlier no longer covers a dossier`() throws {
        let rules = OneRegime.critere("A", "collectivite.outre_mer")
        let found = try PolicyDifference.between(
            OneRegime.load(rules),
            OneRegime.load(
                rules, period: "du = jour \"2020-01-01\", jusqu_au = jour \"2022-12-31\""))

        let change = try #require(found.regimes.first)
        #expect(found.rules.isEmpty)
        #expect(change.after?.period.jusquAu == Day(iso: "2022-12-31"))
        #expect(change.witness?.before.verdict.regime?.id == "r")
        #expect(change.witness?.after.verdict.regime == nil)
    }

    @Test func `levels that move are told by their totals`() throws {
        func levels(_ from: Int) -> String {
            "niveaux { { a_partir_de = 0, nom = \"normale\" }, { a_partir_de = \(from), nom = \"haute\" } }\n"
        }
        let found = try difference(levels(30), levels(40))

        let change = try #require(found.levels.first)
        #expect(found.levels.count == 1)
        #expect((change.from, change.below) == (30, 40))
        #expect((change.before, change.after) == ("haute", "normale"))
    }

    @Test func `what a function hides is called possible`() throws {
        func text(_ word: String) -> String {
            OneRegime.critere("A", "commence_par(collectivite.nom, \"\(word)\") or true")
        }
        let found = try difference(text("ville"), text("bourg"))

        #expect(found.isEmpty)
    }

    @Test func `a search that runs out says so`() throws {
        let found = try PolicyDifference.between(
            OneRegime.load(OneRegime.critere("A", "collectivite.population >= 1000")),
            OneRegime.load(OneRegime.critere("A", "not (collectivite.population < 1000)")),
            budget: 2)

        #expect(found.doubts.map(\.reason) == [.partial])
        #expect(!found.isExact)
    }
}
