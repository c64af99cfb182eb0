// Tries a property on generated dossiers.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// What trying a property gave.
public struct PropertyResult: Sendable {
    /// The property.
    public let property: TestProperty
    /// How many dossiers were tried.
    public let tried: Int
    /// How many of them could be looked at: no rule failed, and the result was known.
    public let compared: Int
    /// The first dossier on which the property does not hold.
    public let counterexample: Counterexample?

    /// Whether it held, on at least one dossier.
    public var passed: Bool { counterexample == nil && compared > 0 }

    /// A dossier and two values between which the result does not follow.
    public struct Counterexample: Sendable {
        /// The dossier, with the second of the two values.
        public let dossier: JSONValue
        /// The decision day.
        public let decisionDay: Day
        /// The two values that were given, in order.
        public let values: (PropertyValue, PropertyValue)
        /// The two results.
        public let results: (FacetValue, FacetValue)
    }
}

extension CaseRunner {
    /// Draws dossiers until one contradicts the property, or all have been tried.
    public mutating func run(_ property: TestProperty, in policy: Policy) -> PropertyResult {
        guard let regime = policy.regime(id: property.regime) else {
            return PropertyResult(property: property, tried: 0, compared: 0, counterexample: nil)
        }
        var generator = DossierGenerator(
            seed: property.seed, schema: policy.schema, regime: regime.declaration)
        var compared = 0
        var seen: Set<PropertyValue> = []
        for number in 1...property.count {
            let drawn = generator.dossier(numero: "P-\(number)")
            guard let dossier = DrawnDossier(drawn, policy.schema) else { continue }
            var last: (value: PropertyValue, result: FacetValue)?
            var isCompared = false
            for value in property.values {
                guard
                    let (json, result) = result(
                        property, value, on: dossier, policy.schema)
                else { continue }
                seen.insert(value)
                if let last {
                    isCompared = true
                    if !property.direction.allows(last.result, result, of: property.facet) {
                        return PropertyResult(
                            property: property, tried: number, compared: compared + 1,
                            counterexample: .init(
                                dossier: json, decisionDay: drawn.decisionDay,
                                values: (last.value, value), results: (last.result, result)))
                    }
                }
                last = (value, result)
            }
            if isCompared { compared += 1 }
        }
        // A value that never gave a result was never tried.
        let isWhole = property.values.allSatisfy(seen.contains)
        return PropertyResult(
            property: property, tried: property.count, compared: isWhole ? compared : 0,
            counterexample: nil)
    }

    /// A generated dossier with a value, and the result; nil where there is none to compare:
    /// a dossier that cannot be read, a rule that failed or is not there, a result without order.
    mutating func result(
        _ property: TestProperty, _ value: PropertyValue, on drawn: DrawnDossier,
        _ schema: DossierSchema
    ) -> (JSONValue, FacetValue)? {
        var varied = drawn
        var setting = property.policy
        switch (property.variable, value) {
        case (.fact(let path), .fact(let fact)):
            guard let edited = drawn.editing(FactEdit(path: path, value: fact), schema) else {
                return nil
            }
            varied = edited
        case (.parameter(let name), .parameter(let constant)):
            setting.parameters[name] = constant
        case (.fact, .parameter), (.parameter, .fact): return nil
        }
        let observation = observe(
            varied.dossier, le: drawn.decisionDay, regime: property.regime, in: setting)
        guard let verdict = observation.verdict, !verdict.hasFailure,
            let result = observation.value(of: property.facet), !result.isVoid(for: property.facet),
            property.direction == .constant || result.rank(of: property.facet) != nil
        else { return nil }
        return (varied.json, result)
    }
}

/// A drawn dossier, read once however many values a parameter takes.
struct DrawnDossier {
    let json: JSONValue
    let dossier: Dossier
    let decisionDay: Day

    /// Reads a drawn dossier; nil when it has a fault.
    init?(_ drawn: GeneratedDossier, _ schema: DossierSchema) {
        self.init(drawn.json, drawn.decisionDay, schema)
    }

    private init?(_ json: JSONValue, _ day: Day, _ schema: DossierSchema) {
        let text = SourceText(path: "dossier", text: json.encoded())
        guard let dossier = try? Dossier.read(text, schema: schema) else { return nil }
        self.json = json
        self.dossier = dossier
        decisionDay = day
    }

    /// The dossier with a fact changed; nil when it cannot be, or is then at fault.
    func editing(_ edit: FactEdit, _ schema: DossierSchema) -> DrawnDossier? {
        guard let edited = try? json.editing(edit) else { return nil }
        return DrawnDossier(edited, decisionDay, schema)
    }
}

extension TestProperty.Direction {
    /// Whether one result may follow another.
    func allows(
        _ first: FacetValue, _ second: FacetValue, of facet: Facet
    ) -> Bool {
        guard self != .constant else { return first == second }
        guard let a = first.rank(of: facet), let b = second.rank(of: facet) else { return false }
        return self == .croissant ? a <= b : a >= b
    }
}

extension FacetValue {
    /// Whether it says that there is nothing to look at: no expertise, or a rule not in force.
    fileprivate func isVoid(for facet: Facet) -> Bool {
        switch facet {
        case .rule: elements == [.text(Verdict.notInForce)]
        case .expertises, .debut, .fin, .validityRule, .calcul: elements.isEmpty
        default: false
        }
    }

    /// From worst to best, from few to many, from early to late; nil for what has no order.
    fileprivate func rank(of facet: Facet) -> Double? {
        guard let value = elements.first, elements.allSatisfy({ $0 == value }) else { return nil }
        switch (facet, value) {
        case (.avis, .text(let word)):
            let order: [Avis] = [.defavorable, .incomplet, .aExaminer, .favorable]
            return order.firstIndex { $0.rawValue == word }.map(Double.init)
        case (_, .integer(let number)): return Double(number)
        case (_, .decimal(let number)): return number
        case (_, .day(let day)): return Double(day.ordinal)
        default: return nil
        }
    }
}
