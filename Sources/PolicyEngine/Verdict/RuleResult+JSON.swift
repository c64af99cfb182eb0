// One rule's result as JSON: what all kinds share, and what each has of its own.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

extension RuleResult {
    /// A criterion or a validity: its effect.
    func writeCriterion(to output: inout [UInt8]) {
        writeStart(to: &output)
        output.append(effect: rule.effect)
        writeDetails(to: &output)
    }

    /// A priority rule: its points in place of the effect.
    func writePriority(to output: inout [UInt8]) {
        writeStart(to: &output)
        output.append(points: points, isCounted: isCounted)
        writeDetails(to: &output)
    }

    /// A flag: nothing of its own.
    func writeFlag(to output: inout [UInt8]) {
        writeStart(to: &output)
        writeDetails(to: &output)
    }

    /// A derived fact: its name and its value.
    func writeCalculation(to output: inout [UInt8]) {
        writeStart(to: &output)
        output.append(nom: rule.nom, valeur)
        writeDetails(to: &output)
    }

    private func writeStart(to output: inout [UInt8]) {
        output += rule.head
        output.appendEscaped(sujet)
        output += outcome.member
    }

    private func writeDetails(to output: inout [UInt8]) {
        output.beginDetails(motif: motif, isProvisional: isProvisional)
        output.appendMembers(lus)
        if parametres.isEmpty, manquants.isEmpty {
            output.endDetails()
        } else {
            output += Words.parametres
            output.appendMembers(parametres)
            output.endDetails(manquants: manquants)
        }
    }
}

// MARK: - What results share, wherever they come from

extension [UInt8] {
    /// Appends the member `effet`, after the comma that separates it.
    mutating func append(effect: Effect?) { self += Effect.member(effect) }

    /// Appends what a priority rule has of its own.
    mutating func append(points: ClosedRange<Double>?, isCounted: Bool) {
        self += ",\"points\":".utf8
        append(points: points?.lowerBound)
        self += ",\"points_max\":".utf8
        append(points: points?.upperBound)
        self += (isCounted ? ",\"retenue\":true" : ",\"retenue\":false").utf8
    }

    /// Appends what a derived fact has of its own.
    mutating func append(nom: String?, _ valeur: ShownValue?) {
        append(key: ",\"nom\":", nom)
        self += ",\"valeur\":".utf8
        append(valeur) { $1.appendJSON($0) }
    }

    /// Appends what all results have from their outcome on, up to what was read.
    mutating func beginDetails(motif: String?, isProvisional: Bool) {
        if let motif {
            self += isProvisional ? Words.provisionalMotif : Words.settledMotif
            appendEscaped(motif)
            self += Words.lus
        } else {
            self += isProvisional ? Words.provisional : Words.settled
        }
    }

    /// Appends what stands between the braces of the parameters.
    mutating func appendMembers(_ parametres: [ParameterReading]) {
        append(parametres) { $0.write(to: &$1) }
    }

    /// Appends what comes after what was read, for a rule without parameters that misses nothing.
    mutating func endDetails() { self += Words.end }

    /// Appends what comes after what was read.
    mutating func endDetails(parametres: [UInt8], manquants: [String]) {
        if parametres.isEmpty, manquants.isEmpty { return endDetails() }
        self += Words.parametres
        self += parametres
        endDetails(manquants: manquants)
    }

    /// Appends what comes after the parameters.
    mutating func endDetails(manquants: [String]) {
        self += Words.manquants
        append(manquants) { $1.appendJSON($0) }
        self += "]}".utf8
    }
}

extension ParameterReading {
    fileprivate func write(to output: inout [UInt8]) {
        output.appendJSON(name)
        output += ":{\"valeur\":".utf8
        output.appendJSON(value)
        output += ",\"du\":".utf8
        output.append(du) { $1.appendJSON($0) }
        output.append(UInt8(ascii: "}"))
    }
}

extension Outcome {
    /// The member `resultat`, after the quote that ends the subject.
    var member: [UInt8] {
        switch self {
        case .satisfaite: Words.satisfaite
        case .nonSatisfaite: Words.nonSatisfaite
        case .sansObjet: Words.sansObjet
        case .indeterminee: Words.indeterminee
        case .enErreur: Words.enErreur
        }
    }
}

extension Effect {
    /// The member `effet`, after the comma that separates it.
    fileprivate static func member(_ effect: Effect?) -> [UInt8] {
        switch effect {
        case .refus?: Words.refus
        case .examen?: Words.examen
        case .piece?: Words.piece
        case nil: Words.withoutEffect
        }
    }
}

/// Stretches that each result repeats, made into bytes once.
private enum Words {
    static let satisfaite = Array("\",\"resultat\":\"satisfaite\"".utf8)
    static let nonSatisfaite = Array("\",\"resultat\":\"non_satisfaite\"".utf8)
    static let sansObjet = Array("\",\"resultat\":\"sans_objet\"".utf8)
    static let indeterminee = Array("\",\"resultat\":\"indeterminee\"".utf8)
    static let enErreur = Array("\",\"resultat\":\"en_erreur\"".utf8)
    static let refus = Array(",\"effet\":\"refus\"".utf8)
    static let examen = Array(",\"effet\":\"examen\"".utf8)
    static let piece = Array(",\"effet\":\"piece\"".utf8)
    static let withoutEffect = Array(",\"effet\":null".utf8)
    static let provisional = Array(",\"provisoire\":true,\"motif\":null,\"lus\":{".utf8)
    static let settled = Array(",\"provisoire\":false,\"motif\":null,\"lus\":{".utf8)
    static let provisionalMotif = Array(",\"provisoire\":true,\"motif\":\"".utf8)
    static let settledMotif = Array(",\"provisoire\":false,\"motif\":\"".utf8)
    static let lus = Array("\",\"lus\":{".utf8)
    static let parametres = Array("},\"parametres\":{".utf8)
    static let manquants = Array("},\"manquants\":[".utf8)
    static let end = Array("},\"parametres\":{},\"manquants\":[]}".utf8)
}
