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
    /// How it failed, when it ran.
    var failure: LuaError?
    /// Why it did not run, as a sentence.
    var reason: String?

    /// Whether the run ended because `premier` found nothing and had no `sinon`.
    var foundNothing = false

    /// Reads what the prelude returned.
    init(_ result: LuaValue, failure: LuaError? = nil) {
        self.failure = failure
        outcome = result["resultat"]?.text.flatMap(Outcome.init(rawValue:)) ?? .enErreur
        if failure != nil { outcome = .enErreur }
        unknowns = result["inconnus"]?.elements.compactMap(\.text) ?? []
        absents = result["absents"]?.elements.compactMap(\.text) ?? []
        blanks = result["vides"]?.elements.compactMap(\.text) ?? []
        hypotheses = result["hypotheses"]?.namedValues ?? []
        lus = result["lus"]?.namedValues ?? []
        texts = result["textes"]?.elements ?? []
        foundNothing = result["rien_ne_convient"] == .boolean(true)
        value = result["valeur"]?.shown
        let days = ["debut", "fin"].compactMap { name in
            result[name]?.integer.flatMap { Day(ordinal: Int($0)) }
        }
        if days.count == 2 { period = (days[0], days[1]) }
        let traced = result["noeuds"]?.elements ?? []
        nodes = stride(from: 0, to: traced.count - 1, by: 2).compactMap { index in
            traced[index].integer.map { (Int($0), traced[index + 1].shown) }
        }
    }

    /// A run that did not take place.
    init(_ outcome: Outcome, reason: String? = nil) {
        self.outcome = outcome
        self.reason = reason
    }
}
