// The few things of a verdict that a program decides by, on one short line.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling

/// The outcome of a dossier without what led to it.
///
/// ```swift
/// var line: [UInt8] = []
/// verdict.short.write(to: &line)  // {"numero":"2020-017","avis":"favorable","points":40,…}
/// ```
public struct ShortVerdict: Hashable, Sendable {
    /// The days of a label that is proposed.
    public struct Label: Hashable, Sendable {
        /// First day.
        public let debut: Day
        /// Last day, included.
        public let fin: Day
    }

    /// The dossier's number.
    public let numero: String
    /// The opinion on the dossier.
    public let avis: Avis
    /// The least that the priority can be; nil when a rule failed.
    public let points: Double?
    /// One place an expertise, in dossier order; nil where no label is proposed.
    public let validites: [Label?]
    /// The criteria that are not satisfied, each once: those on the dossier and its requests,
    /// then those of the first expertise, and so on; at one place in policy order.
    public let nonSatisfaites: [String]
}

extension ShortVerdict {
    /// Appends the outcome as a JSON object on one line, without its end.
    public func write(to output: inout [UInt8]) {
        output.append(key: "{\"numero\":", numero)
        output.append(key: ",\"avis\":", avis.rawValue)
        output += ",\"points\":".utf8
        output.append(points: points)
        output.append(key: ",\"validites\":", validites) { label, output in
            output.append(label) { $0.write(to: &$1) }
        }
        output.append(key: ",\"non_satisfaites\":", nonSatisfaites)
        output.append(UInt8(ascii: "}"))
    }
}

extension ShortVerdict.Label {
    fileprivate func write(to output: inout [UInt8]) {
        output += "{\"debut\":".utf8
        output.appendJSON(debut)
        output += ",\"fin\":".utf8
        output.appendJSON(fin)
        output.append(UInt8(ascii: "}"))
    }
}

extension Verdict {
    /// The outcome without what led to it.
    public var short: ShortVerdict {
        var seen: Set<String> = []
        let failed = ([regles] + expertises.map(\.regles)).joined().filter {
            $0.kind == .critere && $0.outcome == .nonSatisfaite && seen.insert($0.id).inserted
        }
        return ShortVerdict(
            numero: numero, avis: avis, points: priorite.points,
            validites: expertises.map { expertise in
                expertise.validite.map { ShortVerdict.Label(debut: $0.debut, fin: $0.fin) }
            },
            nonSatisfaites: failed.map(\.id))
    }
}
