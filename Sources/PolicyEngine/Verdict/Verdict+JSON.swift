// A verdict as JSON, `sceau/avis/1`: every key always there, in one order.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling

extension Verdict {
    /// The verdict as an object of `sceau/avis/1`, without an end of line after it.
    public func encoded(style: JSONValue.Style = .compact) -> String {
        var output: [UInt8] = []
        write(to: &output)
        return String(
            decoding: style == .pretty ? JSONLayout.pretty(output) : output, as: UTF8.self)
    }

    /// Appends the verdict as an object of `sceau/avis/1` on one line, without its end.
    public func write(to output: inout [UInt8]) {
        write(to: &output) { part, output in
            switch part {
            case .shared: output.append(regles) { $0.writeCriterion(to: &$1) }
            case .expertise(let index):
                output.append(expertises[index].regles) { $0.writeCriterion(to: &$1) }
            case .priorities: output.append(priorite.regles) { $0.writePriority(to: &$1) }
            case .flags: output.append(signalements) { $0.writeFlag(to: &$1) }
            case .calculs: output.append(calculs) { $0.writeCalculation(to: &$1) }
            }
        }
    }

    /// A part of a verdict that holds results of rules.
    enum Part {
        case shared
        /// Those on an expertise, by its index.
        case expertise(Int)
        case priorities, flags, calculs
    }

    /// Appends the same with results that are not the verdict's own, part by part.
    func write(to output: inout [UInt8], results write: (Part, inout [UInt8]) -> Void) {
        output.append(key: "{\"schema\":", VerdictSchema.identifier)
        output.append(key: ",\"dossier\":{\"numero\":", numero)
        output.append(key: ",\"empreinte\":", empreinteDossier)
        output += "},\"politique\":".utf8
        output.append(regime) { $0.write(to: &$1) }
        output.append(key: ",\"moteur\":", moteur)
        output += ",\"date_decision\":".utf8
        output.appendJSON(dateDecision)
        output.append(key: ",\"avis\":", avis.rawValue)
        output.append(key: ",\"motifs\":", motifs)
        output += ",\"regles\":[".utf8
        write(.shared, &output)
        output.append(key: "],\"expertises\":", expertises) { expertise, output in
            expertise.write(to: &output) { write(.expertise(expertise.number - 1), &$0) }
        }
        output += ",\"priorite\":".utf8
        priorite.write(to: &output) { write(.priorities, &$0) }
        writeFlags(to: &output) { write(.flags, &$0) }
        output += ",\"calculs\":[".utf8
        write(.calculs, &output)
        output.append(UInt8(ascii: "]"))
        output.append(key: ",\"hypotheses\":", hypotheses) { $0.write(to: &$1) }
        output.append(key: ",\"manquants\":", manquants)
        output += ",\"inconnus\":{".utf8
        output.appendMembers(inconnus)
        output += "}}".utf8
    }

    /// The flags, first the regime's transition where a day lies outside the regime.
    private func writeFlags(to output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
        output += ",\"signalements\":[".utf8
        if let transition {
            output.append(key: "{\"id\":", VerdictSchema.transitionFlag)
            output.append(key: ",\"titre\":", VerdictSchema.transitionTitle)
            output.append(key: ",\"source\":", regime?.titre)
            output += ",\"sujet\":\"dossier".utf8
            output += Outcome.satisfaite.member
            output.append(key: ",\"provisoire\":false,\"motif\":", transition)
            output += ",\"lus\":{},\"parametres\":{},\"manquants\":[]},".utf8
        }
        let start = output.count
        write(&output)
        // No flag comes after the comma.
        if transition != nil, output.count == start { output.removeLast() }
        output.append(UInt8(ascii: "]"))
    }
}

extension RegimeReference {
    fileprivate func write(to output: inout [UInt8]) {
        output.append(key: "{\"regime\":", id)
        output.append(key: ",\"titre\":", titre)
        output.append(key: ",\"empreinte\":", empreinte)
        output.append(UInt8(ascii: "}"))
    }
}

extension ExpertiseVerdict {
    fileprivate func write(to output: inout [UInt8], _ results: (inout [UInt8]) -> Void) {
        output.append(key: "{\"intitule\":", intitule)
        output.append(key: ",\"domaine\":", domaine)
        output.append(key: ",\"avis\":", avis.rawValue)
        output += ",\"validite\":".utf8
        output.append(validite) { $0.write(to: &$1) }
        output += ",\"regles\":[".utf8
        results(&output)
        output += "]}".utf8
    }
}

extension LabelPeriod {
    fileprivate func write(to output: inout [UInt8]) {
        output += "{\"debut\":".utf8
        output.appendJSON(debut)
        output += ",\"fin\":".utf8
        output.appendJSON(fin)
        output.append(key: ",\"regle\":", regle)
        output.append(UInt8(ascii: "}"))
    }
}

extension Priority {
    fileprivate func write(to output: inout [UInt8], _ results: (inout [UInt8]) -> Void) {
        output += "{\"points\":".utf8
        output.append(points: points)
        output += ",\"points_max\":".utf8
        output.append(points: pointsMax)
        output.append(key: ",\"niveau\":", niveau)
        output.append(key: ",\"niveau_max\":", niveauMax)
        output += ",\"regles\":[".utf8
        results(&output)
        output += "]}".utf8
    }
}

extension Hypothesis {
    fileprivate func write(to output: inout [UInt8]) {
        output.append(key: "{\"fait\":", fait)
        output += ",\"valeur\":".utf8
        output.appendJSON(valeur)
        output.append(key: ",\"regle\":", regle)
        output.append(key: ",\"sujet\":", sujet)
        output.append(UInt8(ascii: "}"))
    }
}
