// A regime as it was asked for, and as its optional folders could make it.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The forms that optional folders give a regime.
///
/// A fault shows in one of them: a name that only an optional folder declares in the form without
/// it, one that an optional folder lacks in the form with it alone, a clash in the whole.
struct RegimeForms: Sendable {
    /// With the optional folders that were asked for.
    let asked: Regime
    /// With every optional folder.
    let whole: Regime
    /// With other choices than the one asked for: none, each folder alone, all of them.
    let others: [Regime]

    /// Makes each form once.
    ///
    /// - Parameters:
    ///   - optionals: the regime's optional folders.
    ///   - asked: the folders asked for, those of other regimes perhaps among them.
    ///   - make: the regime with a choice of its optional folders.
    init(optionals: [String], asked: Set<String>, make: (_ chosen: Set<String>) -> Regime) {
        let all = Set(optionals)
        var known = [asked.intersection(all)]
        self.asked = make(known[0])
        var others: [Regime] = []
        for choice in [[]] + optionals.map({ [$0] }) + [all] where !known.contains(choice) {
            known.append(choice)
            others.append(make(choice))
        }
        self.others = others
        whole = known[0] == all ? self.asked : others.last ?? self.asked
    }

    /// Whether a form is without fault if the whole is: its rules read nothing of the folders that
    /// it lacks, and these use no module, which they could share with it.
    ///
    /// What functions see, types and days are then the same in both.
    func wholeHolds(for form: Regime) -> Bool {
        let paths = Set(form.files.map(\.source.path))
        let lacking = whole.files.filter { !paths.contains($0.source.path) }
        let names = Set(lacking.flatMap(\.declarations.names))
        return lacking.allSatisfy { $0.chunk.requests.isEmpty }
            && !form.declarations.rules.contains {
                $0.names.mentions.keys.contains(where: names.contains)
            }
    }

    /// The same finding; a name that an optional folder declares is not plainly unknown.
    func explaining(_ finding: Diagnostic) -> Diagnostic {
        guard finding.code == PolicyCode.unknownName.rawValue,
            whole.declarations.names.contains(finding.location.text)
        else { return finding }
        var explained = finding
        explained.notes.append(
            "ce nom n’est déclaré que dans un dossier facultatif, qui n’est pas toujours là")
        return explained
    }
}

extension Declarations {
    /// The names that rules may read.
    fileprivate var names: [String] {
        parameters.map(\.name.value) + tables.map(\.name.value) + rules.compactMap(\.nom?.value)
    }
}
