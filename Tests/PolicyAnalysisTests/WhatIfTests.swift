// Replacements: what they mean, and what is wrong with them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct WhatIfTests {
    private static let rules = """
        parametre "seuil" { titre = "T", valeurs = { { du = jour "2020-01-01", valeur = 10,
          source = "S" } } }
        parametre "premier_jour" { titre = "T", valeurs = { { du = jour "2020-01-01",
          valeur = jour "2021-01-01", source = "S" } } }
        parametre "actif" { titre = "T", valeurs = { { du = jour "2020-01-01", valeur = false,
          source = "S" } } }
        parametre "admises" { titre = "T", valeurs = { { du = jour "2020-01-01",
          valeur = { "commune" }, source = "S" } } }
        champ "complements.taux" { titre = "T", type = "nombre" }
        critere "C" { titre = "T", source = "S",
          exige = collectivite.population <= seuil and (actif or dossier.depose_le >= premier_jour)
            and parmi(collectivite.nature, admises), sinon = refus "R." }
        signalement "S" { titre = "T", source = "S", si = dossier.complements.taux >= 0.5,
          message = "M" }
        """

    private let small: SmallPolicy

    init() throws { small = try SmallPolicy(WhatIfTests.rules) }

    private func target(_ text: String) throws -> Replacement.Target {
        try #require(WhatIf([text], policy: small.policy).replacements.first).target
    }

    private func faults(_ texts: String...) -> [ReplacementFault] {
        do throws(ReplacementFaults) {
            _ = try WhatIf(texts, policy: small.policy)
            return []
        } catch {
            return error.faults
        }
    }

    @Test(arguments: [
        ("seuil=15", Constant.integer(15)), ("seuil=1 500", .integer(1500)),
        ("seuil=2,5", .decimal(2.5)), ("seuil=-3", .integer(-3)), ("actif=oui", .boolean(true)),
        ("admises=[\"region\",\"commune\"]", .list([.text("region"), .text("commune")])),
        ("admises=[]", .list([])),
    ])
    func `a parameter takes a value of its own type`(text: String, value: Constant) throws {
        #expect(try target(text) == .parameter(value))
    }

    @Test func `a parameter that is a day takes a day`() throws {
        let day = try #require(Day(iso: "2021-06-01"))

        #expect(try target("premier_jour=2021-06-01") == .parameter(.day(day)))
    }

    @Test(arguments: [
        ("collectivite.population=1200", JSONValue.integer(1200)),
        ("collectivite.outre_mer=non", .boolean(false)),
        ("collectivite.nature=region", .string("region")),
        ("complements.taux=0,25", .number(0.25)),
        ("objectifs=[\"promotion\"]", .array([.string("promotion")])),
        ("expertises[2].experts[1].statut=elu", .string("elu")),
        ("depose_le=2021-01-02", .string("2021-01-02")),
        ("collectivite.nom=a=b", .string("a=b")),
    ])
    func `a fact takes a value of the schema's type`(text: String, value: JSONValue) throws {
        guard case .fact(let edit) = try target(text) else { return #expect(Bool(false)) }

        #expect(edit.value == value)
        #expect(edit.path == FactPath(String(text.prefix { $0 != "=" })))
    }

    @Test func `nothing after the sign takes a fact away`() throws {
        let whatIf = try WhatIf(["collectivite.population="], policy: small.policy)
        let json: JSONValue = ["collectivite": ["nom": "X", "population": 5]]

        #expect(try whatIf.edited(json) == ["collectivite": ["nom": "X"]])
    }

    @Test(
        arguments: [
            ("seuill=1", "paramètre ou fait inconnu", "« seuil »"),
            ("population=1", "paramètre ou fait inconnu", "« collectivite.population »"),
            ("collectivite.populaton=1", "fait inconnu", "« collectivite.population »"),
            ("expertise.domaine=eau", "fait inconnu", "« expertises.domaine »"),
            ("expertises.domaine=eau", "est une liste", "expertises[1]"),
            ("collectivite[1].nom=x", "n’est pas une liste", nil),
            ("collectivite.nom.x=1", "n’a pas de faits", nil),
            ("seuil=dix", "nombre attendu", "chiffres"),
            ("seuil=12.000", "nombre attendu", "12000"),
            ("seuil=", "a toujours une valeur", "fait"),
            ("premier_jour=01/06/2021", "jour attendu", "2020-07-08"),
            ("actif=peut-être", "oui ou non attendu", nil),
            ("admises=commune", "liste attendue", "crochets"),
            ("collectivite.population=1.5", "nombre entier attendu", "chiffres"),
            ("collectivite.population=inconnu", "nombre entier attendu", "pour retirer le fait"),
            ("collectivite.population=-1", "hors limites", "0 au moins"),
            ("collectivite.nature=comune", "valeur « comune » inconnue", "« commune »"),
            ("collectivite.siren=123", "SIREN « 123 » erroné", "neuf chiffres"),
            ("demandes[1].pays=Mali", "pays « Mali » inconnu", "« ML »"),
            ("depose_le=01/03/2021", "mal écrite", "2021-03-01"),
            ("numero=", "est obligatoire", nil),
            ("objectifs=promotion", "liste attendue", "crochets"),
            ("decision.date=2021-01-01", "n’est pas un fait", "--le"),
            ("seuil", "nom=valeur", "seuil_presence=15"),
            ("=1", "nom=valeur", "seuil_presence=15"),
            ("a..b=1", "n’est pas le nom", "collectivite.population"),
        ] as [(String, String, String?)])
    func `a mistake is told with its remedy`(text: String, message: String, help: String?) throws {
        let fault = try #require(faults(text).first)
        let plain = { (text: String) in
            text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }

        #expect(fault.text == text)
        #expect(plain(fault.message).contains(message), "\(fault.message)")
        if let help { #expect(plain(fault.help ?? "").contains(help), "\(fault.help ?? "")") }
    }

    @Test func `all mistakes come at once, and what is replaced twice is one`() {
        let found = faults("seuil=x", "seuil=5", "zzz=1", "seuil=6")

        #expect(found.map(\.text) == ["seuil=x", "zzz=1", "seuil=6"])
        #expect(found.last?.message.contains("deux fois") == true)
    }

    @Test(arguments: [
        ["demandes=[]", "demandes[1].pays=ML"], ["demandes[1].pays=ML", "demandes=[]"],
    ])
    func `a whole and a part of it are not replaced together`(texts: [String]) {
        let found = faults(texts[0], texts[1])

        #expect(found.map(\.text) == [texts[1]])
        #expect(found.first?.message.contains("l’un fait partie de l’autre") == true)
    }

    @Test func `a fact under the name that rules give the dossier is found`() {
        let fault = faults("dossier.nature_demande=premiere").first

        #expect(fault?.help?.contains("nature_demande") == true)
    }

    @Test func `an element past the end is the fault of one dossier`() throws {
        let whatIf = try WhatIf(["expertises[3].domaine=eau"], policy: small.policy)
        let json: JSONValue = ["expertises": [["intitule": "E"]]]

        #expect(throws: ReplacementFault.self) { try whatIf.edited(json) }
    }

    @Test func `the policy has the value on every day, the base keeps its own`() throws {
        let dossier = try small.dossier(collectivite: #""population": 12"#)
        let base = try small.verdict(on: dossier)
        let whatIf = try WhatIf(["seuil=15"], policy: small.policy)
        var evaluator = try Evaluator(whatIf.policy)
        let other = try evaluator.evaluate(
            dossier, le: try #require(Day(iso: SmallPolicy.day)))

        #expect(base.avis == .defavorable)
        #expect(other.avis == .favorable)
        #expect(whatIf.parameter("seuil", under: base, in: small.policy) == .integer(10))
        #expect(whatIf.idleParameters(under: base, in: small.policy).isEmpty)
    }
}
