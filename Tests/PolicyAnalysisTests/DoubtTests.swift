// What a dossier beyond those that were looked at contradicts is never said without doubt.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

/// Each policy was found with a dossier that contradicted what was said of it.
struct DoubtTests {
    // MARK: - Pieces

    @Test func `a fact whose values were tried is not surely without effect`() throws {
        // 100001 inhabitants are refused, and no other number.
        let small = try AnalysedPolicy(
            OneRegime.critere("A", "collectivite.population * 7 ~= 700007")
                + OneRegime.critere("B", "collectivite.outre_mer", "examen"))

        let outlook = try small.outlook(on: small.dossier())

        let population = try piece("collectivite.population", in: outlook)
        #expect(population.isWithoutEffect)
        #expect(!population.isExact)
        #expect(outlook.settled == [nil])
        // Overseas, it is favourable unless the number is that one.
        let overseas = try piece("collectivite.outre_mer", in: outlook)
        let areExact = overseas.opinions.flatMap(\.choices).map(\.isExact)
        #expect(areExact == [false, false])
    }

    @Test func `points made of a fact are not surely those of one of its values`() throws {
        let small = try AnalysedPolicy(
            """
            priorite "P" { titre = "P", source = "E", si = collectivite.population >= 1,
              points = 10 + collectivite.population // 100, motif = "Oui." }
            """)

        let outlook = try small.outlook(on: small.dossier())

        let population = try piece("collectivite.population", in: outlook)
        #expect(!population.isExact)
        let areExact = population.points.map(\.isExact)
        #expect(Set(areExact) == [false])
    }

    @Test func `what every value leads to is settled where all were looked at`() throws {
        let small = try AnalysedPolicy(
            OneRegime.critere("A", "collectivite.population >= 10 or collectivite.population < 10"))

        let outlook = try small.outlook(on: small.dossier())

        let population = try piece("collectivite.population", in: outlook)
        #expect(population.isExact)
        #expect(outlook.settled == [.favorable])
    }

    @Test func `of a list that must be of one kind, what holds of one element holds of no more`()
        throws
    {
        let small = try AnalysedPolicy(
            OneRegime.critere("A", "tous(expertise.experts, { statut = \"elu\" })"))

        let outlook = try small.outlook(on: small.dossier(#", "expertises": [{}]"#))

        let change = try #require(piece("expertises[1].experts", in: outlook).opinions.first)
        // One that is not elected settles it, whoever comes after; one that is does not.
        let refused = try extent(of: change, leadingTo: .defavorable)
        let favourable = try extent(of: change, leadingTo: .favorable)
        #expect(refused == .counts(1, nil))
        #expect(favourable == .counts(1, 1))
    }

    private func piece(_ path: String, in outlook: Outlook) throws -> DecisivePiece {
        try #require(outlook.pieces.first { $0.path.description == path })
    }

    private func extent(
        of change: DecisivePiece.OpinionChange, leadingTo avis: Avis
    ) throws -> Cell.Extent {
        let choice = try #require(change.choices.first { $0.results.best == avis })
        let way = try #require(choice.ways.max { $0.count < $1.count })
        return try #require(way.first).cell.extent
    }

    // MARK: - Points

    @Test func `points that are none on one dossier of a region are looked at on others`() throws {
        func rule(_ condition: String) -> String {
            """
            priorite "P" { titre = "P", source = "E", si = collectivite.population \(condition),
              points = collectivite.population // 100, motif = "Oui." }
            """
        }
        // From 100 inhabitants on, one gives points and the other does not.
        let difference = try PolicyDifference.between(
            OneRegime.load(rule("> 5")), OneRegime.load(rule("<= 5")))

        #expect(!difference.isEmpty)
    }

    // MARK: - Lists

    /// Conditions on lists of several elements, which some dossier meets and another does not.
    static let conditions = [
        // Six elements, of which lists of four show no example.
        "compte(expertise.references, { type = \"prix\" }) == 3"
            + " and compte(expertise.references, { type = \"mission\" }) == 3",
        // Three elements for three walks.
        "not (existe(expertise.references, { type = \"prix\" })"
            + " and existe(expertise.references, { type = \"mission\" })"
            + " and existe(expertise.references, { type = \"reseau\" }))",
        // Two elements compared with each other.
        "existe(expertise.references, function(r)"
            + " return existe(expertise.references, function(q) return q.annee > r.annee end) end)",
        // The length of the list, for each element.
        "existe(expertise.references, function(r)"
            + " return r.annee == nombre(expertise.references) + 2010 end)"
            + " or not existe(expertise.references, function(r) return r.annee == 2012 end)",
        // Another expertise than the one that is looked at.
        "expertise.domaine ~= \"eau\" or tous(dossier.expertises, { domaine = \"eau\" })",
        "expertise.domaine ~= \"eau\" or compte(dossier.expertises, { domaine = \"eau\" }) <= 2",
    ]

    @Test(arguments: DoubtTests.conditions)
    func `a condition on several elements is not said to hold always or never`(
        _ condition: String
    ) throws {
        let report = try CompletenessReport.search(
            OneRegime.load(OneRegime.critere("A", condition)))

        let kinds: [CompletenessFinding.Kind] = [.neverHolds, .neverFails, .neverApplies]
        #expect(!report.findings.contains { kinds.contains($0.kind) && $0.isExact })
    }

    @Test(arguments: DoubtTests.conditions)
    func `a condition on several elements is not the same as none`(_ condition: String) throws {
        let difference = try PolicyDifference.between(
            OneRegime.load(OneRegime.critere("A", condition)),
            OneRegime.load(OneRegime.critere("A", "expertise.domaine == \"eau\" or true")))

        #expect(!(difference.isEmpty && difference.isExact))
    }
}
