// Checks the expressions and the plain Lua of a regime without running them.
// SPDX-License-Identifier: MIT

package import Diagnostics
package import Labelling
package import LuaSyntax

/// The static checks of the policy language: names, types, and forms that policies do not use.
///
/// The constructs themselves are checked when they are read.
package struct PolicyChecker {
    private let regime: Regime
    private let findings: PolicyFindings
    private let inference: TypeInference

    private init(_ regime: Regime, schema: DossierSchema) {
        self.regime = regime
        findings = PolicyFindings(sources: regime.files.map(\.source))
        let vocabulary = PolicyVocabulary(regime, schema: schema)
        inference = TypeInference(regime, vocabulary: vocabulary, findings: findings)
    }

    /// Checks every file and rule of a regime.
    ///
    /// - Parameters:
    ///   - regime: what to check; its constructs are good.
    ///   - schema: the dossier's, with the facts that the policy declares.
    /// - Returns: errors and warnings, sorted.
    package static func check(_ regime: Regime, schema: DossierSchema) -> [Diagnostic] {
        let checker = PolicyChecker(regime, schema: schema)
        checker.checkForms()
        checker.inference.inferFiles()
        checker.inference.inferRules()
        checker.inference.inferUncalled()
        checker.inference.checkKeys()
        checker.inference.reportUnusedLocals()
        ParameterDates(regime, findings: checker.findings).check()
        return checker.findings.sorted
    }

    /// The type of an expression as a rule of a regime sees it, without any report.
    package static func type(
        of expression: Expression, in rule: Rule, of regime: Regime, schema: DossierSchema
    ) -> PolicyType {
        let inference = PolicyChecker(regime, schema: schema).inference
        inference.inferFiles()
        return inference.infer(expression, inference.context(of: rule))
    }

    private func checkForms() {
        for (index, file) in regime.files.enumerated() {
            let forms = FormChecker(file: index, findings: findings)
            forms.check(file.chunk)
            for rule in regime.declarations.rules where rule.file == index {
                rule.expressions.forEach { forms.check($0) }
            }
            if forms.isTooDeep { inference.skippedFiles.insert(index) }
        }
    }
}
