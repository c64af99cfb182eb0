// Policies and dossiers that are drawn, for what no one thought of writing.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

/// Draws criteria over a few facts that hide each other, and dossiers on both sides of what they ask.
struct PolicyDrawer {
    private var generator: SplitMix64
    private var shared: [String] = []

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    private static let validity = """
        validite "V" { titre = "V", source = "E", debut = decision.date, fin = debut + ans(3),
          arrondi = "dernier_jour" }

        """
    private static let helper = """
        local function assez(c, n)
          if n >= 3 then return c.outre_mer end
          return c.population >= 5
        end

        """
    private static let anywhere = [
        "collectivite.population >= #", "collectivite.population <= #", "collectivite.outre_mer",
        "dossier.nature_demande == \"premiere\"", "collectivite.nature == \"commune\"",
        "nombre(dossier.demandes) >= ~", "compte(dossier.demandes, { precise = true }) < ~",
        "existe(dossier.demandes, { urgente = true })",
        "tous(dossier.demandes, function(d) return d.precise or d.urgente end)",
        "existe(dossier.demandes, function(d) return d.urgente and collectivite.population >= # end)",
        "renseigne(collectivite.rna)", "connu(collectivite.outre_mer)",
        "(connu(collectivite.population) and collectivite.population >= #)",
        "existe(dossier.labels, { regime = \"x\" })",
        "assez(collectivite, nombre(dossier.demandes))",
        "defaut(collectivite.population, #) >= #",
    ]
    private static let onExpertises = [
        "nombre(expertise.references) >= ~", "existe(expertise.experts, { statut = \"elu\" })",
        "tous(expertise.experts, { statut = \"agent\" })", "renseigne(expertise.domaine)",
        "expertise.domaine == \"a\"",
    ]
    private static let onDemandes = [
        "demande.precise", "demande.urgente", "demande.pays == \"MN\"", "renseigne(demande.pays)",
    ]

    // MARK: - Rules

    /// Criteria `C0`, `C1` and so on, over a few conditions that they share.
    mutating func rules(_ count: Int) -> [String] {
        shared = Array(PolicyDrawer.anywhere.shuffled(using: &generator).prefix(4))
        return (0..<count).map { rule("C\($0)") }
    }

    /// A policy of some rules.
    static func load(_ rules: [String]) throws -> Policy {
        let text = rules.joined()
        return try OneRegime.load((text.contains("assez(") ? helper : "") + text + validity)
    }

    /// One criterion.
    mutating func rule(_ id: String) -> String {
        let own = [[], PolicyDrawer.onExpertises, PolicyDrawer.onDemandes].randomElement(
            using: &generator)
        let atoms = own ?? []
        let si = chance(3) ? "si = \(expression(atoms, depth: 1))," : ""
        let effect = ["refus", "refus", "examen", "piece"].randomElement(using: &generator)
        return """
            critere "\(id)" { titre = "C", source = "E", \(si)
              exige = \(expression(atoms, depth: chance(2) ? 0 : 1)), sinon = \(effect ?? "refus") "Non." }

            """
    }

    private mutating func expression(_ own: [String], depth: Int) -> String {
        if depth > 1 || chance(4) {
            let atom = atom(own)
            return chance(3) ? "not (\(atom))" : atom
        }
        let word = Bool.random(using: &generator) ? "and" : "or"
        return
            "(\(expression(own, depth: depth + 1)) \(word) \(expression(own, depth: depth + 1)))"
    }

    private mutating func atom(_ own: [String]) -> String {
        let atoms = shared + own
        let atom = atoms.randomElement(using: &generator) ?? ""
        var text = ""
        for character in atom {
            switch character {
            case "#": text += "\(draw([1, 5, 9]))"
            case "~" where !text.hasSuffix(" "): text.append(character)
            case "~": text += "\(draw([1, 2, 3]))"
            default: text.append(character)
            }
        }
        return text
    }

    // MARK: - Dossiers

    /// A dossier as a file would hold it.
    mutating func dossier(_ number: Int) -> String {
        var applicant = ["\"nom\": \"X\"", "\"nature\": \(draw(["\"commune\"", "\"region\""]))"]
        add("population", ["0", "1", "4", "5", "6", "9", "10"], to: &applicant)
        add("outre_mer", ["true", "false"], to: &applicant)
        add("rna", ["\"W123456789\""], to: &applicant)
        var members = [
            "\"schema\": \"sceau/dossier/1\"", "\"numero\": \"\(number)\"",
            "\"depose_le\": \"2020-07-08\"",
            "\"collectivite\": {\(applicant.joined(separator: ", "))}",
        ]
        add("nature_demande", ["\"premiere\"", "\"extension\""], to: &members)
        let requests = list(upTo: 4) { drawer in
            var request: [String] = []
            drawer.add("precise", ["true", "false"], to: &request)
            drawer.add("urgente", ["true", "false"], to: &request)
            drawer.add("pays", ["\"MN\"", "\"SN\""], to: &request)
            return request
        }
        add("demandes", [requests], to: &members)
        let labels = list(upTo: 2) { [$0.draw(["\"regime\": \"x\"", "\"regime\": \"y\"", ""])] }
        add("labels", [labels], to: &members)
        let expertises = list(upTo: 2) { drawer in
            var expertise: [String] = []
            drawer.add("domaine", ["\"a\"", "\"b\"", "\" \""], to: &expertise)
            drawer.add("references", [drawer.list(upTo: 4) { _ in [] }], to: &expertise)
            let experts = drawer.list(upTo: 3) { drawer in
                var expert: [String] = []
                drawer.add("statut", ["\"elu\"", "\"agent\"", "\"autre\""], to: &expert)
                return expert
            }
            drawer.add("experts", [experts], to: &expertise)
            return expertise
        }
        add("expertises", [expertises], to: &members)
        return "{\(members.joined(separator: ", "))}"
    }

    private mutating func add(_ name: String, _ values: [String], to members: inout [String]) {
        guard !chance(5) else { return }
        members.append("\"\(name)\": \(draw(values))")
    }

    private mutating func list(
        upTo most: Int, _ element: (inout PolicyDrawer) -> [String]
    ) -> String {
        let elements = (0..<Int.random(in: 0...most, using: &generator)).map { _ in
            "{\(element(&self).filter { !$0.isEmpty }.joined(separator: ", "))}"
        }
        return "[\(elements.joined(separator: ", "))]"
    }

    /// One time in so many.
    mutating func chance(_ count: Int) -> Bool {
        Int.random(in: 0..<count, using: &generator) == 0
    }

    private mutating func draw<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }
}
