// What one run of a rule gave, before it is put into words.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// A rule's run on one subject.
struct RuleRun {
    /// The result.
    var outcome: Outcome
    /// The unknowns that reached the result.
    var unknowns: [String] = []
    /// The absent facts that `connu`, `renseigne` or `defaut` met.
    var absents: [String] = []
    /// The blank texts and empty lists that `renseigne` met.
    var blanks: [String] = []
    /// The values that `defaut` used.
    var hypotheses: [NamedValue] = []
    /// The facts and cells read.
    var lus: [NamedValue] = []
    /// The values of the text's placeholders.
    var texts: [LuaValue] = []
    /// Points or a calcul's value; nil when there is none or it is unknown.
    var value: ShownValue?
    /// A validity's days.
    var period: (debut: Day, fin: Day)?
    /// The numbers of traced nodes with their values.
    var nodes: [(number: Int, value: ShownValue?)] = []
    /// What it asked of unknown facts, in a probing machine.
    var questions: [Question] = []
    /// How it failed, when it ran.
    var failure: LuaError?
    /// Why it did not run, as a sentence.
    var reason: String?

    /// Whether the run ended because `premier` found nothing and had no `sinon`.
    var foundNothing = false

    /// The bytes of the texts that it brings to the verdict.
    var textBytes: Int {
        var bytes = value?.textBytes ?? 0
        for path in unknowns { bytes += path.utf8.count }
        for path in absents { bytes += path.utf8.count }
        for path in blanks { bytes += path.utf8.count }
        for read in lus { bytes += read.value.textBytes }
        for assumed in hypotheses { bytes += assumed.value.textBytes }
        for case .string(let text) in texts { bytes += text.utf8.count }
        return bytes
    }
}

extension RuleRun {
    /// Reads what the prelude's `bilan` returned: twelve values, `none` for nothing to report.
    init(_ results: [LuaValue], failure: LuaError? = nil) {
        self.init(outcome: .enErreur, failure: failure)
        guard results.count == 12 else { return }
        if failure == nil, let word = results[0].text.flatMap(Outcome.init(rawValue:)) {
            outcome = word
        }
        if results[1] != .none { value = results[1].shown }
        unknowns = results[2].elements.compactMap(\.text)
        texts = results[3].elements
        lus = results[4].namedValues
        absents = results[5].elements.compactMap(\.text)
        blanks = results[6].elements.compactMap(\.text)
        hypotheses = results[7].namedValues
        let traced = results[8].elements
        nodes = stride(from: 0, to: traced.count - 1, by: 2).compactMap { index in
            traced[index].integer.map { (Int($0), traced[index + 1].shown) }
        }
        foundNothing = results[9] == .boolean(true)
        if let debut = results[10].day, let fin = results[11].day { period = (debut, fin) }
    }
}

extension ShownValue {
    fileprivate var textBytes: Int { if case .text(let text) = self { text.utf8.count } else { 0 } }
}
