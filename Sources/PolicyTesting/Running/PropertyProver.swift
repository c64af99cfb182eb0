// Tries to prove a property on every dossier, where the draw has found nothing.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
public import PolicyAnalysis
import PolicyEngine

extension CaseRunner {
    /// Tries to prove a property that held on the dossiers drawn.
    ///
    /// - Parameters:
    ///   - tried: what the draw gave.
    ///   - budget: the most regions to look at.
    /// - Returns: the proof, and the result with its counterexample where the search found one.
    /// - Throws: `DiagnosticsError` where a file of the policy fails, `EvaluationError` where the
    ///   machine does.
    public mutating func prove(
        _ tried: PropertyResult, budget: Int = 50_000
    ) throws -> (proof: PropertyProof, result: PropertyResult) {
        let property = tried.property
        let policy = try policy(in: property.policy)
        guard tried.passed, policy.regime(id: property.regime) != nil,
            let watched = property.facet.watched
        else { return (.beyond, tried) }
        var found: PropertyResult.Counterexample?
        let another = anotherOne
        let confirms: (PropertySuspect) -> Bool = { suspect in
            var judge = another()
            found = judge.counterexample(to: property, suspect, policy.schema)
            return found != nil
        }
        let proof: PropertyProof
        switch property.variable {
        case .fact(let path):
            let values = property.values.map { $0.fact(at: path, policy.schema) }
            guard !values.contains(nil) else { return (.beyond, tried) }
            proof = try PropertyProof.search(
                watched, property.direction.trend, of: path, values: values.compactMap(\.self),
                under: property.regime, of: policy, budget: budget, confirms: confirms)
        case .parameter(let name):
            let constants = property.values.compactMap { value -> Constant? in
                if case .parameter(let constant) = value { constant } else { nil }
            }
            let versions = constants.map { policy.replacing(parameters: [name: $0], rows: [:]) }
            proof = try PropertyProof.search(
                watched, property.direction.trend, ofParameter: name, versions: versions,
                under: property.regime, budget: budget, confirms: confirms)
        }
        guard let found else { return (proof, tried) }
        return (
            proof,
            PropertyResult(
                property: property, tried: tried.tried, compared: tried.compared,
                counterexample: found)
        )
    }

    /// What the ordinary evaluation gives of a suspect; nil when the property holds on it.
    private mutating func counterexample(
        to property: TestProperty, _ suspect: PropertySuspect, _ schema: DossierSchema
    ) -> PropertyResult.Counterexample? {
        let drawn = GeneratedDossier(json: suspect.after, decisionDay: suspect.decisionDay)
        let values = (property.values[suspect.first], property.values[suspect.second])
        guard let dossier = DrawnDossier(drawn, schema),
            let (_, first) = result(property, values.0, on: dossier, schema),
            let (json, second) = result(property, values.1, on: dossier, schema),
            !property.direction.allows(first, second, of: property.facet)
        else { return nil }
        return PropertyResult.Counterexample(
            dossier: json, decisionDay: suspect.decisionDay, values: values,
            results: (first, second))
    }
}

extension TestProperty.Direction {
    fileprivate var trend: Trend {
        switch self {
        case .constant: .constant
        case .croissant: .rising
        case .decroissant: .falling
        }
    }
}

extension Facet {
    /// The result that it shows; nil where cells tell nothing of it.
    fileprivate var watched: WatchedResult? {
        switch self {
        case .avis, .expertises: .avis
        case .points, .niveau: .points
        case .pointsMax, .niveauMax: .pointsMax
        case .debut: .firstDays
        case .fin: .lastDays
        case .validityRule: .validityRules
        case .signalements: .flags
        case .manquants: .missing
        case .rule(let id): .outcome(id)
        case .calcul(let nom): .value(nom)
        case .regime, .transition, .motifs, .diagnostics: nil
        }
    }
}

extension PropertyValue {
    /// The fact that a dossier holds when it is given the value; nil when no dossier can.
    fileprivate func fact(at path: FactPath, _ schema: DossierSchema) -> Fact? {
        guard case .fact(let value) = self else { return nil }
        let least: JSONValue = [
            "schema": .string(DossierSchema.identifier), "numero": "P", "depose_le": "2020-01-01",
            "collectivite": ["nom": "P", "nature": "autre"],
        ]
        guard let json = try? least.editing(FactEdit(path: path, value: value)) else { return nil }
        let text = SourceText(path: "dossier", text: json.encoded())
        return (try? Dossier.read(text, schema: schema))?[path]
    }
}
