// The properties of every policy: those that hold, and policies made to break one each.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct BuiltInPropertyTests {
    private func property(
        _ kind: BuiltInProperty.Kind, _ rules: String, files: [String: String] = [:]
    ) throws -> BuiltInProperty {
        let policy = try OneRegime.load(rules, files: files)
        return try #require(
            try BuiltInProperty.search(policy) { found, _ in found == kind }.first)
    }

    @Test func `a criterion that reads the name is refuted by two names`() throws {
        let found = try property(
            .name, OneRegime.critere("A", "collectivite.nom ~= \"Atlantis\""))

        #expect(found.proof.outcome == .refuted)
        let pair = try #require(found.counterexample)
        #expect(pair.rule.id == "A")
        #expect(pair.before.verdict.avis != pair.after.verdict.avis)
        let names = [pair.before, pair.after].map { $0.json["collectivite"]?["nom"] }
        #expect(names.contains(.string("Atlantis")))
    }

    @Test func `a name in a reason or in a flag changes nothing`() throws {
        let found = try property(
            .name,
            """
            critere "A" { titre = "A", source = "E", exige = collectivite.outre_mer,
              sinon = refus "{collectivite.nom} : non." }
            signalement "S" { titre = "S", source = "E", si = collectivite.nom == "X",
              message = "X." }

            """)

        #expect(found.proof.outcome == .proved)
        #expect(found.counterexample == nil)
    }

    @Test func `without a fact of that kind there is nothing to prove`() throws {
        let rules = OneRegime.critere("A", "collectivite.outre_mer")

        #expect(try property(.contact, rules).proof.outcome == .vacuous)
        #expect(try property(.presence, rules).proof.outcome == .vacuous)
    }

    @Test func `a declared contact counts as one`() throws {
        let champ = """
            champ "complements.courriel" { titre = "C", type = "texte" }

            """
        let free = try property(.contact, champ + OneRegime.critere("A", "collectivite.outre_mer"))
        let bound = try property(
            .contact,
            champ + OneRegime.critere("A", "renseigne(dossier.complements.courriel)", "piece"))

        #expect(free.proof.outcome == .proved)
        #expect(bound.proof.outcome == .refuted)
    }

    private func presence(_ condition: String) throws -> BuiltInProperty {
        try property(
            .presence,
            """
            donnees "presence" { fichier = "donnees/p.csv", cle = "pays",
              colonnes = { pays = "pays", nombre = "entier", source = "texte" } }
            priorite "P" { titre = "P", source = "E", points = 30, motif = "M.",
              si = \(condition) }

            """, files: ["donnees/p.csv": "pays,nombre,source\nMG,2,E\n"])
    }

    @Test func `points for few are proved never to be lost by fewer`() throws {
        let found = try presence("presence[demande.pays].nombre <= 10 and demande.urgente")

        #expect(found.proof.outcome == .proved)
        #expect(found.proof.explored > 0)
    }

    @Test func `points for many are lost by fewer`() throws {
        let found = try presence("presence[demande.pays].nombre > 10")

        #expect(found.proof.outcome == .refuted)
        let pair = try #require(found.counterexample)
        #expect(pair.presence?.before == 0)
        #expect(pair.presence?.after == 11)
        #expect(pair.before.verdict.priorite.points == 0)
        #expect(pair.after.verdict.priorite.points == 30)
    }

    @Test func `a presence that a function reckons with is only tried`() throws {
        let found = try presence("presence[demande.pays].nombre * 2 <= 10")

        #expect(found.proof.outcome == .open)
    }

    @Test func `a maximum of references harms`() throws {
        let found = try property(
            .references, OneRegime.critere("A", "nombre(expertise.references) <= 3", "examen"))

        #expect(found.proof.outcome == .refuted)
        let pair = try #require(found.counterexample)
        let counts = [pair.before, pair.after].map { witness -> Int? in
            guard case .array(let expertises)? = witness.json["expertises"],
                case .array(let references)? = expertises.first?["references"]
            else { return nil }
            return references.count
        }
        #expect(counts == [3, 4])
        #expect(pair.before.verdict.avis == .favorable)
        #expect(pair.after.verdict.avis == .aExaminer)
    }

    @Test func `points that a count of references lowers are lost by one more`() throws {
        let found = try property(
            .references,
            """
            priorite "P" { titre = "P", source = "E", si = collectivite.outre_mer,
              points = 50 - nombre(expertise.references), motif = "Oui." }
            """)

        #expect(found.proof.outcome == .refuted)
    }

    @Test func `a minimum of references, or one of a kind, does not`() throws {
        let found = try property(
            .references,
            OneRegime.critere("A", "nombre(expertise.references) >= 3", "piece")
                + OneRegime.critere(
                    "B", "existe(expertise.references, { type = \"prix\" })", "piece"))

        #expect(found.proof.outcome == .proved)
    }

    @Test func `a reference that none may be of harms`() throws {
        let found = try property(
            .references,
            OneRegime.critere(
                "B", "not existe(expertise.references, { type = \"prix\" })", "examen"))

        #expect(found.proof.outcome == .refuted)
    }

    @Test func `one rule that cannot be walked whole keeps no other from being proved`() throws {
        let found = try property(
            .information,
            OneRegime.critere(
                "A",
                "not existe(dossier.labels, function(l) return minuscules(l.domaine) == minuscules(expertise.domaine) end)"
            ) + OneRegime.critere("B", "collectivite.population > 10 or collectivite.outre_mer"))

        #expect(found.proof.outcome == .open)
        #expect(Set(found.proof.doubts.map(\.rule.id)) == ["A"])
        let facts = found.proof.doubts.flatMap(\.facts).map(\.description)
        #expect(facts.contains("expertises[1].domaine"))
    }

    @Test func `a table of many codes is told apart code by code`() throws {
        let codes = (0..<24).map { "72\(10 + $0),\($0 % 2 == 0 ? "commune" : "region"),E" }
        let found = try property(
            .information,
            """
            donnees "f" { fichier = "donnees/f.csv",
              colonnes = { code = "texte", nature = "nature", source = "texte" } }

            """
                + OneRegime.critere(
                    "A",
                    "existe(f, { code = collectivite.categorie_juridique, nature = collectivite.nature })"
                ),
            files: ["donnees/f.csv": "code,nature,source\n" + codes.joined(separator: "\n") + "\n"])

        #expect(found.proof.outcome == .proved)
    }

    @Test func `facts that come to be known settle and never unsettle`() throws {
        let found = try property(
            .information,
            OneRegime.critere("A", "collectivite.population > 10 or collectivite.outre_mer")
                + OneRegime.critere("B", "existe(expertise.references, { type = \"prix\" })")
                + OneRegime.critere("C", "renseigne(collectivite.siren)", "piece"))

        #expect(found.proof.outcome == .proved)
        #expect(found.proof.explored > 0)
    }
}
