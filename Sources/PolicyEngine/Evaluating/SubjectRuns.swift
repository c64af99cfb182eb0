// The runs of the direct form, each with its rule and its subject.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaRuntime

/// What is asked of a rule whatever its texts say.
struct RuleOutline {
    let scope: RuleScope
    let kind: RuleKind
    let effect: Effect?

    init(_ program: RuleProgram) {
        scope = program.scope
        kind = program.rule.kind
        effect = program.rule.effect
    }
}

/// What a rule ran on.
enum RunSubject {
    case dossier
    /// A list that has no element.
    case emptyList(RuleScope)
    /// An element of a list, from 1.
    case element(RuleScope, Int)

    /// False for a list without elements, on which nothing ran.
    var isThere: Bool { if case .emptyList = self { false } else { true } }

    /// The expertise, from 1; nil for any other subject.
    var expertise: Int? {
        if case .element(.expertise, let number) = self { number } else { nil }
    }

    /// The request, from 1; nil for any other subject.
    var demande: Int? {
        if case .element(.demande, let number) = self { number } else { nil }
    }

    /// Appends it as a verdict names it: `dossier`, `demandes`, `expertises[1]`.
    func write(to output: inout [UInt8]) {
        switch self {
        case .dossier: output += "dossier".utf8
        case .emptyList(let scope): output += (scope.list ?? "").utf8
        case .element(let scope, let number):
            output += (scope.list ?? "").utf8
            output.append(UInt8(ascii: "["))
            output.appendJSON(Int64(number))
            output.append(UInt8(ascii: "]"))
        }
    }
}

/// How many expertises and requests a dossier has; nil when the list is absent.
struct SubjectCounts {
    let expertises, demandes: Int?

    init(_ dossier: FactNodes) {
        expertises = dossier.count(of: "expertises")
        demandes = dossier.count(of: "demandes")
    }

    /// How many subjects a rule has; nil when their list is absent.
    func count(_ scope: RuleScope) -> Int? {
        switch scope {
        case .dossier: 1
        case .expertise: expertises
        case .demande: demandes
        }
    }
}

extension DirectRuns {
    /// Gives each run with the index of its rule and its subject, in the order in which rules run.
    ///
    /// - Returns: false where only the instrumented form can tell; not all runs were given then.
    mutating func forEach(
        of order: [Int], _ rules: [RuleOutline], _ counts: SubjectCounts,
        _ body: (Int, RunSubject, Run) -> Bool
    ) -> Bool {
        for index in order {
            let scope = rules[index].scope
            guard let count = counts.count(scope) else { return false }
            if count == 0 {
                guard body(index, .emptyList(scope), Run(outcome: .sansObjet)) else { return false }
                continue
            }
            for number in 1...count {
                let subject = scope == .dossier ? RunSubject.dossier : .element(scope, number)
                guard let run = next(), body(index, subject, run) else { return false }
            }
        }
        return true
    }
}

extension DirectRuns.Run {
    /// The days of a label that a validity gave; nil for a rule of another kind, or without days.
    func period(of kind: RuleKind) -> (debut: Day, fin: Day)? {
        guard kind == .validite, let debut = first?.day, let fin = second?.day else { return nil }
        return (debut, fin)
    }
}

extension PlacedOutcome {
    /// What a run of a rule gave on a subject.
    init(_ rule: RuleOutline, at index: Int, _ subject: RunSubject, _ run: DirectRuns.Run) {
        var points: ClosedRange<Double>?
        if rule.kind == .priorite {
            switch run.first {
            case .integer(let number)?: points = Double(number)...Double(number)
            case .number(let number)?: points = number...number
            default: points = 0...0
            }
        }
        self.init(
            rule: index, kind: rule.kind, effect: rule.effect, outcome: run.outcome,
            expertise: subject.expertise, points: points,
            period: run.period(of: rule.kind))
    }
}
