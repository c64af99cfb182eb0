// What differs between two verdicts, and why.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct VerdictChangeTests {
    private static let parameter = """
        parametre "seuil" { titre = "T", valeurs = { { du = jour "2020-01-01", valeur = 10,
          source = "S" } } }

        """

    private func change(
        _ before: String, _ after: String, collectivite: String = "", _ members: String = ""
    ) throws -> VerdictChange {
        let (former, new) = (try SmallPolicy(before), try SmallPolicy(after))
        return VerdictChange(
            from: try former.verdict(on: former.dossier(collectivite: collectivite, members)),
            to: try new.verdict(on: new.dossier(collectivite: collectivite, members)))
    }

    /// Two policies side by side, the rules that they name differently known.
    private func renaming(
        _ before: String, _ after: String, collectivite: String
    ) throws -> VerdictChange {
        let (former, new) = (try SmallPolicy(before), try SmallPolicy(after))
        return VerdictChange(
            from: try former.verdict(on: former.dossier(collectivite: collectivite)),
            to: try new.verdict(on: new.dossier(collectivite: collectivite)),
            renamed: try RenamedRules.between(former.policy, new.policy))
    }

    @Test func `a renamed rule whose threshold moved is one rule, under both names`() throws {
        let change = try renaming(
            criterion("collectivite.population <= 10"),
            criterion("collectivite.population <= 5", id: "TAILLE-1"),
            collectivite: #""population": 8"#)

        #expect(change.rules.map(\.id) == ["TAILLE-1"])
        #expect(change.rules.map(\.formerID) == ["TAILLE"])
        #expect(change.rules.map(\.causes) == [[.fields(["exige"])]])
        #expect(change.rules.first?.before?.outcome == .satisfaite)
        #expect(change.rules.first?.after?.outcome == .nonSatisfaite)
    }

    @Test func `only what moved the opinion is held responsible, what weighs most first`() throws {
        let change = try change(
            criterion("true", id: "A"),
            criterion("true", id: "A") + criterion("connu(collectivite.nature)", id: "NOUVELLE")
                + """
                critere "EXAMEN" { titre = "T", source = "S", exige = false, sinon = examen "À voir." }
                critere "REFUS" { titre = "T", source = "S", exige = false, sinon = refus "Non." }

                """)

        #expect(change.rules.map(\.id) == ["NOUVELLE", "EXAMEN", "REFUS"])
        #expect(change.decidingRules.map(\.id) == ["REFUS", "EXAMEN"])
    }

    @Test func `a validity that another one joins fails for that reason`() throws {
        func validities(_ si: String) -> String {
            """
            validite "V" { titre = "V", source = "S", si = \(si), debut = decision.date,
              fin = debut + ans(1), arrondi = "dernier_jour" }
            validite "W" { titre = "W", source = "S", debut = decision.date, fin = debut + ans(2),
              arrondi = "dernier_jour" }

            """
        }
        let change = try change(
            validities("false"), validities("true"), #""expertises": [{"intitule": "E"}]"#)

        #expect(change.rules.first { $0.id == "W" }?.causes == [.otherValidity])
    }

    @Test func `levels that begin at other points move the level alone`() throws {
        let rules = """
            priorite "P" { titre = "P", source = "S", points = 30, motif = "M" }
            """
        let (former, new) = (try SmallPolicy(rules), try SmallPolicy(rules, haute: 40))
        let change = VerdictChange(
            from: try former.verdict(on: former.dossier()), to: try new.verdict(on: new.dossier()))

        #expect(change.movesOutcome)
        #expect(change.movesLevelsAlone)
        #expect(change.rules.isEmpty)
    }

    @Test func `where no regime covers the dossier any more, no rule is to blame`() throws {
        let small = try SmallPolicy(criterion("collectivite.population <= 10"))
        let before = try small.verdict(on: small.dossier(collectivite: #""population": 8"#))
        let early = Dossier(
            numero: "1", deposeLe: try #require(Day(iso: "2019-12-31")),
            facts: try small.dossier(collectivite: #""population": 8"#).facts)
        let change = VerdictChange(from: before, to: try small.verdict(on: early))

        #expect(change.after.regime == nil)
        #expect(!change.rules.isEmpty)
        #expect(change.decidingRules.isEmpty)
        #expect(!change.movesLevelsAlone)
    }

    @Test func `a rule that only bears another name changes nothing`() throws {
        let change = try renaming(
            criterion("collectivite.population <= 10") + criterion("true", id: "AUTRE"),
            criterion("collectivite.population <= 10", id: "TAILLE-1")
                + criterion("false", id: "AUTRE"),
            collectivite: #""population": 8"#)

        #expect(change.rules.map(\.id) == ["AUTRE"])
        #expect(change.rules.map(\.formerID) == [nil])
    }

    private func criterion(
        _ exige: String, _ sinon: String = #"refus "Trop grande.""#, id: String = "TAILLE"
    ) -> String {
        """
        critere "\(id)" { titre = "Taille", source = "S", exige = \(exige), sinon = \(sinon) }

        """
    }

    @Test func `a parameter that moves a criterion is its cause`() throws {
        let rules = VerdictChangeTests.parameter + criterion("collectivite.population <= seuil")

        let change = try change(
            rules, rules.replacing("valeur = 10", with: "valeur = 5"),
            collectivite: #""population": 8"#)

        let rule = try #require(change.rules.first)
        #expect(change.rules.count == 1)
        #expect(change.before.avis == .favorable)
        #expect(change.after.avis == .defavorable)
        #expect(rule.id == "TAILLE")
        #expect(rule.before?.outcome == .satisfaite)
        #expect(rule.after?.outcome == .nonSatisfaite)
        #expect(rule.after?.effect == .refus)
        #expect(rule.causes.count == 1)
        guard case .parameter("seuil", let before?, let after?) = rule.causes[0] else {
            return #expect(Bool(false), "\(rule.causes)")
        }
        #expect(before.value == .integer(10))
        #expect(after.value == .integer(5))
        #expect(
            rule.readings == [NamedValue(name: "collectivite.population", value: .integer(8))])
    }

    @Test func `an expression written otherwise is named by its field, blanks left out`() throws {
        let change = try change(
            criterion("collectivite.population <= 10"),
            criterion("collectivite.population   <=  5"),
            collectivite: #""population": 8"#)
        let same = try self.change(
            criterion("collectivite.population <= 10"),
            criterion("collectivite.population   <=  10"),
            collectivite: #""population": 8"#)

        #expect(change.rules.map(\.causes) == [[.fields(["exige"])]])
        #expect(same.isEmpty)
    }

    @Test func `blanks and comments are no cause where a helper changed`() throws {
        func rules(_ exige: String, _ limit: Int) -> String {
            "local function petite(n) return n <= \(limit) end\n" + criterion(exige)
        }

        let change = try change(
            rules("petite(collectivite.population) and collectivite.population>=1", 10),
            rules(
                "petite(collectivite.population) -- la limite\nand collectivite.population >= 1", 5),
            collectivite: #""population": 8"#)

        #expect(change.rules.map(\.causes) == [[.elsewhere]])
    }

    @Test func `blanks within a text count`() throws {
        let change = try change(
            criterion(#"collectivite.departement == "a b""#),
            criterion(#"collectivite.departement == "a  b""#),
            collectivite: #""departement": "a b""#)

        #expect(change.rules.map(\.causes) == [[.fields(["exige"])]])
    }

    @Test func `a parameter is the cause through the calculs that lead to it`() throws {
        let rules =
            VerdictChangeTests.parameter
                + """
                calcul "K-1" { titre = "T", source = "S", nom = "limite", valeur = seuil * 2 }
                calcul "K-2" { titre = "T", source = "S", nom = "petite",
                  valeur = collectivite.population <= limite }

                """ + criterion("petite")

        let change = try change(
            rules, rules.replacing("valeur = 10", with: "valeur = 3"),
            collectivite: #""population": 8"#)

        let causes = try #require(change.rules.first { $0.id == "TAILLE" }).causes
        try #require(causes.count == 3)
        #expect(causes[0] == .reading("petite", before: .boolean(true), after: .boolean(false)))
        #expect(causes[1] == .reading("limite", before: .integer(20), after: .integer(6)))
        guard case .parameter("seuil", let before?, let after?) = causes[2] else {
            return #expect(Bool(false), "\(causes)")
        }
        #expect(before.value == .integer(10))
        #expect(after.value == .integer(3))
    }

    @Test func `a calcul on an expertise is followed on that expertise`() throws {
        func rules(_ valeur: String) -> String {
            """
            calcul "K" { titre = "T", source = "S", nom = "nombreuses", valeur = \(valeur) }

            """ + criterion("nombreuses")
        }

        let change = try change(
            rules("nombre(expertise.references) >= 1"), rules("nombre(expertise.references) >= 2"),
            #""expertises": [{"references": [{}, {}]}, {"references": [{}]}]"#)

        let changed = change.rules.filter { $0.id == "TAILLE" }
        #expect(changed.map(\.sujet) == ["expertises[2]"])
        #expect(
            changed.map(\.causes) == [
                [.reading("nombreuses", before: .boolean(true), after: .boolean(false))]
            ])
    }

    @Test func `another rounding is a cause`() throws {
        func rules(_ rounding: String) -> String {
            """
            validite "V" { titre = "T", source = "S", arrondi = "\(rounding)",
              debut = jour "2020-02-29", fin = debut + ans(1) }
            """
        }

        let change = try change(
            rules("dernier_jour"), rules("jour_suivant"), #""expertises": [{}]"#)

        #expect(change.rules.map(\.causes) == [[.fields(["arrondi"])]])
    }

    @Test func `a table that lost a row is the cause of what looked for it`() throws {
        func policy(_ codes: String...) throws -> SmallPolicy {
            let rows = codes.map { "\($0),S\n" }.joined()
            return try SmallPolicy(
                """
                donnees "iles" { fichier = "donnees/iles.csv", cle = "code", complete = true }

                """ + criterion("parmi(collectivite.departement, iles)"),
                tables: ["donnees/iles.csv": "code,source\n" + rows])
        }
        let (before, after) = (try policy("2A", "2B"), try policy("2B"))
        let departement = #""departement": "2A""#

        let change = VerdictChange(
            from: try before.verdict(on: before.dossier(collectivite: departement)),
            to: try after.verdict(on: after.dossier(collectivite: departement)))

        #expect(change.rules.map(\.causes) == [[.table("iles")]])
    }

    @Test func `an effect counts only where the criterion does not hold`() throws {
        let (before, after) = (
            criterion("collectivite.population <= 10"),
            criterion("collectivite.population <= 10", #"examen "Trop grande.""#)
        )

        let large = try change(before, after, collectivite: #""population": 80"#)
        let small = try change(before, after, collectivite: #""population": 8"#)

        #expect(large.rules.map(\.causes) == [[.effect(before: .refus, after: .examen)]])
        #expect(large.after.avis == .aExaminer)
        #expect(small.isEmpty)
    }

    @Test func `a rule that comes or goes is told as such`() throws {
        let (one, two) = (criterion("true"), criterion("false", id: "AUTRE"))

        let added = try change(one, one + two)
        let removed = try change(one + two, one)

        #expect(added.rules.map(\.id) == ["AUTRE"])
        #expect(added.rules.map(\.causes) == [[.added]])
        #expect(removed.rules.map(\.causes) == [[.removed]])
        #expect(added.rules[0].before == nil)
        #expect(removed.rules[0].after == nil)
    }

    @Test func `one more expertise is new to the rules, not the rules to the policy`() throws {
        let small = try SmallPolicy(criterion("connu(expertise.domaine)"))
        let verdicts = try [1, 2].map { count in
            let list = Array(repeating: #"{"domaine": "eau"}"#, count: count)
            return try small.verdict(
                on: small.dossier("1", #""expertises": [\#(list.joined(separator: ","))]"#))
        }

        let more = VerdictChange(from: verdicts[0], to: verdicts[1])
        let less = VerdictChange(from: verdicts[1], to: verdicts[0])

        #expect(more.rules.map(\.sujet) == ["expertises[2]"])
        #expect(more.rules.map(\.causes) == [[.addedSubject]])
        #expect(less.rules.map(\.causes) == [[.removedSubject]])
    }

    @Test func `a dossier that falls under no regime loses all its rules to that`() throws {
        let small = try SmallPolicy(criterion("true"))
        let (new, old) = (
            try small.dossier(),
            try Dossier.read(
                SourceText(
                    path: "dossier.json",
                    text: SmallPolicy.json().replacing("2021-03-01", with: "2019-03-01")),
                schema: small.policy.schema)
        )

        let change = VerdictChange(
            from: try small.verdict(on: new), to: try small.verdict(on: old))

        #expect(change.after.regime == nil)
        #expect(change.rules.map(\.causes) == [[.regime]])
    }

    @Test func `a helper that changed is a cause that lies elsewhere, a text is its own`() throws {
        let helper = "local function petite(x) return x <= 10 end\n"
        let rule = criterion("petite(collectivite.population)")

        let moved = try change(
            helper + rule, helper.replacing("10", with: "5") + rule,
            collectivite: #""population": 8"#)
        let worded = try change(
            criterion("false"), criterion("false", #"refus "Bien trop grande.""#))

        #expect(moved.rules.map(\.causes) == [[.elsewhere]])
        #expect(worded.rules.map(\.causes) == [[.wording]])
        #expect(!worded.movesOutcome)
    }

    @Test func `days of a label move, and a decision may be lost`() throws {
        let days = """
            validite "VAL" { titre = "T", source = "S", debut = decision.date,
              fin = debut + jours(10 + 0 * nombre(expertise.experts)) }

            """
        let members = #""expertises": [{"intitule": "E", "experts": []}]"#

        let longer = try change(days, days.replacing("10", with: "20"), members)
        let lost = try change(
            days, days + criterion("collectivite.population <= 10"), members)

        #expect(longer.movesDays)
        #expect(!longer.losesDecision)
        #expect(longer.before.expertises[0].label?.fin == Day(iso: "2021-03-25"))
        #expect(longer.after.expertises[0].label?.fin == Day(iso: "2021-04-04"))
        #expect(longer.rules.map(\.id) == ["VAL"])
        #expect(lost.losesDecision)
        #expect(lost.after.avis == .incomplet)
        #expect(lost.rules.map(\.id) == ["TAILLE"])
    }

    @Test func `what one result read only to fill its text is no cause`() throws {
        let rules =
            VerdictChangeTests.parameter + """
                priorite "PRIO" { titre = "T", source = "S",
                  si = collectivite.population <= seuil, points = 30,
                  motif = "{collectivite.nom} : {collectivite.population}" }
                """

        let change = try change(
            rules, rules.replacing("valeur = 10", with: "valeur = 5"),
            collectivite: #""population": 8"#)

        #expect(change.before.points == 30)
        #expect(change.after.points == 0)
        #expect(change.rules.map(\.causes.count) == [1])
    }
}
