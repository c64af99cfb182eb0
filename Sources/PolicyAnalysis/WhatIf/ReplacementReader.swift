// Replacements as an officer writes them, checked against the policy and the dossier schema.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Reads « nom=valeur »; what is wrong is wrong whatever the dossier.
struct ReplacementReader {
    private let schema: DossierSchema
    /// The values that each parameter has in some regime, on some day.
    private let parameters: [String: [Constant]]
    private let places: FactPlaces
    /// The tables of the policy, with the files that hold them.
    private let tables: [(name: String, file: String)]

    /// Knows the parameters and facts of a policy.
    init(_ policy: Policy) {
        schema = policy.schema
        places = FactPlaces(policy.schema)
        var parameters: [String: [Constant]] = [:]
        for parameter in policy.regimes.flatMap(\.declarations.parameters) {
            parameters[parameter.name.value, default: []] += parameter.values.map(\.value.value)
        }
        self.parameters = parameters
        tables = policy.regimes.flatMap(\.declarations.tables).map { ($0.name.value, $0.path) }
    }

    /// Reads replacements, and reports everything wrong with them at once.
    func read(_ texts: [String]) throws(ReplacementFaults) -> [Replacement] {
        var replacements: [Replacement] = []
        var faults: [ReplacementFault] = []
        for text in texts {
            do throws(ReplacementFault) {
                let replacement = try read(text)
                if replacements.contains(where: { $0.isOfSame(replacement) }) {
                    throw ReplacementFault(
                        text, "\(replacement.name.quotedToken) est remplacé deux fois",
                        help: "n’en garder qu’une valeur")
                }
                if let other = replacements.first(where: { $0.overlaps(replacement) }) {
                    throw ReplacementFault(
                        text,
                        "\(other.name.quotedToken) et \(replacement.name.quotedToken) : l’un fait partie de l’autre",
                        help: "donner la valeur entière, ou la partie seule")
                }
                replacements.append(replacement)
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw ReplacementFaults(faults: faults) }
        return replacements
    }

    private func read(_ text: String) throws(ReplacementFault) -> Replacement {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw ReplacementFault(
                text, "« nom=valeur » attendu",
                help: "écrire par exemple seuil_presence=15 ou collectivite.population=1200")
        }
        let name = String(text[..<sign])
        let value = String(text[text.index(after: sign)...])
        if let known = parameters[name] {
            let constant = try ParameterText(text, name).constant(value, like: known)
            return Replacement(text: text, name: name, target: .parameter(constant))
        }
        return Replacement(
            text: text, name: name, target: .fact(try edit(text, name, value)))
    }

    private func edit(
        _ text: String, _ name: String, _ value: String
    ) throws(ReplacementFault) -> FactEdit {
        guard name != "decision.date" else {
            throw ReplacementFault(
                text, "le jour de la décision n’est pas un fait du dossier",
                help: "le donner avec --le")
        }
        if let table = tables.first(where: { name == $0.name || name.hasPrefix($0.name + "[") }) {
            throw ReplacementFault(
                text,
                "\(name.quotedToken) est lu dans un tableau de la politique : --avec ne le remplace pas",
                help:
                    "changer la ligne dans une copie de \(table.file), puis comparer avec sceau impact"
            )
        }
        guard let path = FactPath(name) else {
            throw ReplacementFault(
                text, "\(name.quotedToken) n’est pas le nom d’un fait",
                help: "écrire par exemple collectivite.population ou expertises[1].domaine")
        }
        let type: FactType
        do throws(FactPath.Fault) {
            type = try path.type(in: schema)
        } catch {
            throw fault(error, text, name)
        }
        let json = value.isEmpty ? nil : try FactText(text, name).json(value, type)
        let edit = FactEdit(path: path, value: json)
        if let finding = FactProbe(schema).finding(edit) {
            guard json != nil else {
                throw ReplacementFault(
                    text, "\(name.quotedToken) est obligatoire : ce fait ne se retire pas")
            }
            throw ReplacementFault(text, finding.message, help: finding.label ?? finding.help)
        }
        return edit
    }

    // MARK: - Names

    private func fault(
        _ fault: FactPath.Fault, _ text: String, _ name: String
    ) -> ReplacementFault {
        switch fault {
        case .unknown(let step, let known):
            let isBare = !name.contains(".") && !name.contains("[")
            let kind = isBare ? "paramètre ou fait inconnu" : "fait inconnu"
            let near = nearest(step, name, known, isBare: isBare)
            return ReplacementFault(
                text, "\(kind) : \(name.quotedToken)",
                help: near.map { "vouliez-vous dire \($0.quotedToken) ?" }
                    ?? (isBare ? parameterList : list(known, of: step, in: name)))
        case .notAList(let step):
            return ReplacementFault(
                text, "\(step.quotedToken) n’est pas une liste : aucun numéro ne le suit")
        case .notARecord(let step):
            let isList = name.contains(step + ".") && places.lists.contains(step)
            return ReplacementFault(
                text,
                isList
                    ? "\(step.quotedToken) est une liste : il y manque le numéro de l’élément"
                    : "\(step.quotedToken) n’a pas de faits sous lui",
                help: isList ? "écrire \(step)[1] pour le premier" : nil)
        }
    }

    /// The name that was probably meant, whole.
    private func nearest(
        _ step: String, _ name: String, _ known: [String], isBare: Bool
    ) -> String? {
        let candidates = isBare ? known + parameters.keys.sorted() : known
        if let near = Spelling.nearest(to: step, among: candidates) {
            return name.replacingLast(step, with: near)
        }
        // Rules say « dossier.nature_demande ».
        let root = "dossier."
        if name.hasPrefix(root), places.paths.contains(String(name.dropFirst(root.count))) {
            return String(name.dropFirst(root.count))
        }
        // « population » for « collectivite.population »; only where one fact alone has the name.
        let meant = places.paths.filter { $0 == name || $0.hasSuffix("." + name) }
        return isBare && meant.count == 1 ? meant.first : nil
    }

    private var parameterList: String {
        "paramètres : " + parameters.keys.sorted().joined(separator: ", ")
            + " ; un fait s’écrit avec son chemin, comme collectivite.population"
    }

    private func list(_ known: [String], of step: String, in name: String) -> String {
        known.isEmpty
            ? "la politique n’y déclare aucun fait"
            : "faits admis ici : " + known.joined(separator: ", ")
    }
}

extension Replacement {
    /// Whether both replace the same thing.
    fileprivate func isOfSame(_ other: Replacement) -> Bool {
        switch (target, other.target) {
        case (.parameter, .parameter): name == other.name
        case (.fact(let one), .fact(let two)): one.path == two.path
        default: false
        }
    }
}

extension Replacement {
    /// Whether one replaces a part of what the other one does.
    fileprivate func overlaps(_ other: Replacement) -> Bool {
        guard case .fact(let one) = target, case .fact(let two) = other.target else { return false }
        return one.path.holds(two.path) || two.path.holds(one.path)
    }
}

extension String {
    /// The text with the last occurrence of a part replaced.
    fileprivate func replacingLast(_ part: String, with other: String) -> String {
        guard let range = ranges(of: part).last else { return other }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
