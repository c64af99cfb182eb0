// Reads `propriete`: a result that must follow what varies, on generated dossiers.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

extension TestFileReader {
    /// Reads a property; nil, and reported, when a part of it is wrong.
    func property(_ call: ConstructCall) -> TestProperty? {
        let table = call.table(findings)
        let regime = table.locatedText("regime").flatMap {
            known($0, "régime inconnu", among: vocabulary.regimes)
        }
        let variable = table.locatedText("fait").flatMap(variable)
        let facet = table.locatedText("resultat").flatMap(facet)
        let direction = table.choice("sens", among: TestProperty.Direction.self)
        if let facet, let field = table["resultat"] {
            if facet == .diagnostics {
                findings.report(.settledFacet(facet.name), at: field.value.range)
            } else if let direction, direction != .constant, !facet.isOrdered {
                findings.report(.unorderedFacet(facet.name), at: field.value.range)
            }
        }
        let count = count("dossiers", in: table, otherwise: 100)
        let seed = self.count("graine", in: table, otherwise: 1)
        guard let regime, let variable, let facet, let direction,
            let values = values(table, of: variable)
        else { return nil }
        return TestProperty(
            name: call.id.value, location: location(call.id.range), regime: regime,
            variable: variable.variable, values: values, facet: facet, direction: direction,
            count: count, seed: UInt64(seed), policy: policySetting(table))
    }

    private typealias TypedVariable = (
        variable: TestProperty.Variable, type: FactType?, name: Located<String>
    )

    private func variable(_ name: Located<String>) -> TypedVariable? {
        guard name.value.hasPrefix("parametres.") else {
            return factPath(name).map { (.fact($0.0), $0.1, name) }
        }
        let parameter = Located(
            value: String(name.value.dropFirst("parametres.".count)), range: name.range)
        return known(parameter, "paramètre inconnu", among: vocabulary.parameters.keys.sorted())
            .map { (.parameter($0), nil, parameter) }
    }

    private func values(_ table: ConstructTable, of variable: TypedVariable) -> [PropertyValue]? {
        guard let field = table["valeurs"],
            let elements = literals.list(field.value, of: "valeurs")
        else { return nil }
        if elements.count < 2 { findings.report(.tooFewValues(), at: field.value.range) }
        var values: [PropertyValue] = []
        for element in elements {
            guard let value = value(element, of: variable) else { continue }
            if let last = values.last, values.contains(value) || !last.mayPrecede(value) {
                findings.report(.valuesNotGrowing(), at: element.range)
            }
            values.append(value)
        }
        return values
    }

    private func value(_ element: Expression, of variable: TypedVariable) -> PropertyValue? {
        switch variable.variable {
        case .fact:
            report(slips(in: element, variable.type, of: variable.name.value), under: [])
            return json(element, variable.type, of: "valeurs").map { .fact($0) }
        case .parameter: return parameter(variable.name, element).map { .parameter($0) }
        }
    }

    /// How many dossiers or steps a property may ask for.
    private static let counts = 1...10_000

    /// A whole number of those.
    private func count(_ name: String, in table: ConstructTable, otherwise: Int) -> Int {
        guard let field = table[name] else { return otherwise }
        guard let number = table.number(name) else { return otherwise }
        if let count = Int(exactly: number), Self.counts.contains(count) { return count }
        findings.report(.wrongCount(name, atMost: Self.counts.upperBound), at: field.value.range)
        return otherwise
    }
}

extension PropertyValue {
    /// Whether it is less than another, or has no size to compare.
    fileprivate func mayPrecede(_ other: PropertyValue) -> Bool {
        guard let size, let next = other.size else { return true }
        return size < next
    }

    /// The size of a number or of a day.
    private var size: Double? {
        switch self {
        case .fact(.integer(let number)), .parameter(.integer(let number)): Double(number)
        case .fact(.number(let number)), .parameter(.decimal(let number)): number
        case .fact(.string(let text)): Day(iso: text).map { Double($0.ordinal) }
        case .parameter(.day(let day)): Double(day.ordinal)
        default: nil
        }
    }
}

extension Facet {
    /// Whether its values stand in an order.
    fileprivate var isOrdered: Bool {
        switch self {
        case .avis, .points, .pointsMax, .debut, .fin: true
        default: false
        }
    }
}
