// What versions declare otherwise, and rules that change their identifier and more.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

/// Facts that the policy declares, and rules that change their name and more.
struct DeclarationDifferenceTests {
    private func difference(_ before: String, _ after: String) throws -> PolicyDifference {
        try PolicyDifference.between(OneRegime.load(before), OneRegime.load(after))
    }

    private func champ(_ fields: String) -> String {
        """
        champ "complements.x" { titre = "X", \(fields) }

        """ + OneRegime.critere("A", "collectivite.outre_mer")
    }

    @Test(arguments: [
        ("type = \"entier\"", "type = \"nombre\"", FactChange.Aspect.type),
        (
            "type = \"texte\", valeurs = { \"a\", \"b\" }",
            "type = \"texte\", valeurs = { \"a\", \"c\" }", .values
        ),
        ("type = \"texte\"", "type = \"texte\", valeurs = { \"a\" }", .type),
    ])
    func `a fact that takes other values makes the versions differ`(
        before: String, after: String, aspect: FactChange.Aspect
    ) throws {
        let found = try difference(champ(before), champ(after))

        #expect(found.facts.map(\.path.description) == ["complements.x"])
        #expect(found.facts.map(\.aspects) == [[aspect]])
        #expect(!found.isEmpty)
        #expect(found.rules.isEmpty)
    }

    @Test(arguments: [
        ("type = \"entier\", unite = \"ans\"", "type = \"entier\", unite = \"mois\"", "unite"),
        ("type = \"entier\"", "type = \"entier\", modifiable = true", "modifiable"),
        ("type = \"entier\"", "type = \"entier\", personnel = true", "personnel"),
    ])
    func `what a declaration says besides is told and decides nothing`(
        before: String, after: String, aspect: String
    ) throws {
        let found = try difference(champ(before), champ(after))

        #expect(found.facts.map { $0.aspects.map(\.rawValue) } == [[aspect]])
        #expect(found.isEmpty)
    }

    @Test func `a fact of one version alone is a difference, whether or not a rule reads it`()
        throws
    {
        let found = try difference(
            OneRegime.critere("A", "collectivite.outre_mer"), champ("type = \"entier\""))

        #expect(found.facts.map(\.aspects) == [[.presence]])
        #expect(found.facts.first?.before == nil)
        #expect(!found.isEmpty)
    }

    @Test func `another order of values, or another title, is the same declaration`() throws {
        let found = try difference(
            champ("type = \"texte\", valeurs = { \"a\", \"b\" }"),
            champ("type = \"texte\", valeurs = { \"b\", \"a\" }").replacing("\"X\"", with: "\"Y\""))

        #expect(found.facts.isEmpty)
        #expect(found.isEmpty)
    }

    @Test func `a renamed rule whose threshold moved is one rule`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000")
                + OneRegime.critere("B", "collectivite.outre_mer"),
            OneRegime.critere("B", "collectivite.outre_mer")
                + OneRegime.critere("C", "collectivite.population >= 800"))

        #expect(found.resembling.map(\.before.id) == ["A"])
        #expect(found.resembling.map(\.after.id) == ["C"])
        #expect(found.renamed.isEmpty)
        let rule = try #require(found.rules.first)
        #expect(found.rules.count == 1)
        #expect(rule.rule.id == "C")
        #expect(rule.before == .avis(.defavorable))
        #expect(rule.after == .avis(.favorable))
        #expect(rule.witness?.before.json["collectivite"]?["population"] == .integer(800))
    }

    @Test func `the rule that resembles most goes on, whatever its place`() throws {
        func rule(_ id: String, _ titre: String, _ least: Int) -> String {
            OneRegime.critere(id, "collectivite.population >= \(least)")
                .replacing("Essai \(id)", with: titre)
        }
        let found = try difference(
            rule("A", "Population de la commune", 10) + rule("B", "Taille du demandeur", 20),
            rule("C", "Taille du demandeur", 30) + rule("D", "Population de la commune", 40))

        #expect(found.resembling.map(\.before.id) == ["A", "B"])
        #expect(found.resembling.map(\.after.id) == ["D", "C"])
    }

    @Test func `a rule on another fact is not the same one under another name`() throws {
        let found = try difference(
            OneRegime.critere("A", "collectivite.population >= 1000"),
            OneRegime.critere("B", "connu(collectivite.siren) and not collectivite.outre_mer"))

        #expect(found.resembling.isEmpty)
    }
}
