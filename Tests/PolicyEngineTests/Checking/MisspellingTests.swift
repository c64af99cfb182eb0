// Every use of every identifier of a policy, misspelt in turn.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

@testable import PolicyEngine

struct MisspellingTests {
    /// Uses a bit of everything; the checker finds nothing in it.
    static let policy = """
        local natures = { "commune", "region" }
        local bareme = { commune = 10, region = 20 }
        local periodes = {
          { du = jour "2020-07-08", points = 3 },
          { du = jour "2021-07-08", points = 5, note = "x" },
        }
        local reglages = { limites = { basse = 1, haute = 9 } }

        local noms = {}
        for rang, nature in ipairs(natures) do
          noms[#noms + 1] = rang .. nature
        end

        local function meme(gauche, droite) return minuscules(gauche) == minuscules(droite) end

        local function points_du(jour_lu, liste)
          local total = 0
          for _, periode in ipairs(liste) do
            if periode.du <= jour_lu then total = total + periode.points end
          end
          return total
        end

        local function est_elu(expert) return expert.statut == "elu" end

        parametre "seuil" {
          titre = "Seuil", valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
        }
        donnees "presence" {
          fichier = "donnees/presence.csv", cle = "pays", colonnes = { pays = "pays" },
        }
        donnees "comites" { fichier = "donnees/comites.csv" }
        champ "complements.taille" { titre = "Taille", type = "entier" }

        critere "C-1" {
          titre = "Essai", source = "Essai",
          si    = parmi(collectivite.nature, natures) and dossier.complements.taille > seuil,
          exige = existe(expertise.experts, est_elu) or existe(expertise.experts, { statut = "agent" })
            or existe(dossier.labels, function(label)
              local domaine = label.domaine
              return meme(domaine, expertise.domaine) and label.accorde_le <= dossier.depose_le
            end),
          sinon = refus "« {collectivite.nom} » : {nombre(expertise.references)} ; {joindre(noms, ', ')}",
        }

        priorite "P-1" {
          titre = "Essai", source = "Essai",
          si     = presence[demande.pays].nombre <= reglages.limites.haute,
          points = bareme[collectivite.nature] + points_du(dossier.depose_le, periodes)
            + math.max(1, reglages.limites.basse),
          motif  = "{nom_pays(demande.pays)} : {presence[demande.pays].nombre}",
        }

        validite "V-1" {
          titre = "Essai", source = "Essai",
          debut   = premier(comites, function(comite) return comite.limite > dossier.depose_le end).date,
          fin     = debut + ans(3) - jours(1),
          arrondi = "dernier_jour",
        }
        """

    @Test
    func `the policy itself is good`() throws {
        let loading = PolicyLoader.loadReporting(PolicyFixture.source(Self.policy))

        #expect(loading.diagnostics == [])
        #expect(try PolicyFixture.check(Self.policy) == [])
    }

    @Test
    func `each misspelt use is reported where it stands`() throws {
        let source = SourceText(path: "test.lua", text: Self.policy)
        let places = Uses.find(in: try PolicyFixture.regime(Self.policy), file: 1)

        let missed = try places.filter { place in
            var bytes = source.bytes
            bytes.insert(contentsOf: Array("zq".utf8), at: place.lowerBound + 1)
            let text = String(decoding: bytes, as: UTF8.self)
            let start = source.position(at: place.lowerBound)
            return try !PolicyFixture.check(text).contains { $0.location.start == start }
        }

        #expect(places.count > 90)
        #expect(missed.map { describe($0, in: source) } == [])
    }

    @Test(arguments: [
        CheckCase("list", "natures = {", "37:38 politique.nom-inconnu"),
        CheckCase("record", "bareme = {", "49:12 politique.nom-inconnu"),
        CheckCase("field", "haute = 9", "48:62 politique.cle-inconnue"),
        CheckCase("first element", "points = 3", "19:59 politique.cle-inconnue"),
        CheckCase("function", "est_elu(expert)", "38:37 politique.nom-inconnu"),
        CheckCase("argument", "gauche, droite", "14:57 politique.nom-inconnu"),
        CheckCase("loop", "rang, nature in", "11:21 politique.nom-inconnu"),
        CheckCase("local of a function", "total = 0", "19:35 politique.affectation-globale"),
        CheckCase("key", "commune = 10", "2:18 politique.valeur-hors-liste"),
    ])
    func `a misspelt declaration is reported at its first use`(_ example: CheckCase) throws {
        let start = try #require(Self.policy.firstRange(of: example.lua)?.lowerBound)
        var text = Self.policy
        text.insert(contentsOf: "zq", at: text.index(after: start))

        let findings = try PolicyFixture.findings(in: text)

        #expect(findings.contains(example.expected[0]))
    }

    private func describe(_ place: SourceRange, in source: SourceText) -> String {
        let start = source.position(at: place.lowerBound)
        return "\(start.line):\(start.column) \(source.text(in: place))"
    }
}

/// The places of the identifiers that are used, declarations and constructs left out.
private struct Uses {
    private var places: Set<SourceRange> = []

    static func find(in regime: Regime, file: Int) -> [SourceRange] {
        var uses = Uses()
        for statement in regime.files[file].chunk.block.statements
        where PolicyVocabulary.construct(of: statement) == nil {
            for expression in statement.expressions {
                expression.forEachExpression { uses.add($0) }
            }
            for block in statement.blocks { block.forEachExpression { uses.add($0) } }
        }
        for rule in regime.declarations.rules where rule.file == file {
            for expression in rule.expressions { expression.forEachExpression { uses.add($0) } }
        }
        return uses.places.sorted { $0.lowerBound < $1.lowerBound }
    }

    private mutating func add(_ expression: Expression) {
        switch expression.kind {
        case .name(let name), .field(_, let name): places.insert(name.range)
        case .call(_, let arguments) where arguments.count == 2:
            guard case .table(let fields) = arguments[1].kind else { return }
            for field in fields {
                if case .named(let name) = field.key { places.insert(name.range) }
            }
        default: break
        }
    }
}
