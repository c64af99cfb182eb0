// A policy: every regime of a folder, read, checked and put in order.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling

/// The regimes of a policies folder, ready to evaluate dossiers.
///
///     let policy = try Policy.load(PolicyFolder.read("policies"))
///     var evaluator = try Evaluator(policy)
///     let verdict = try evaluator.evaluate(dossier, le: decisionDay)
public struct Policy: Sendable {
    /// The version that a verdict names as `moteur`.
    public static let engineVersion = "0.1.0"

    /// The regimes, in byte order of identifier.
    public let regimes: [Regime]
    /// The same regimes with all their optional folders, for those who count or describe.
    public let wholeRegimes: [Regime]
    /// What is doubtful in the policy but does not stop it.
    public let warnings: [Diagnostic]
    /// Which dossiers choose which regime; no pair of days chooses two.
    public let coverage: RegimeCoverage
    /// SHA-256 of the files' relative paths and texts (form C), paths in byte order: `sha256:…`.
    public let fingerprint: String
    /// The dossier schema with the facts that the policy declares.
    public let schema: DossierSchema

    let programs: [RegimeProgram]

    /// Reads, checks and orders every regime.
    ///
    /// - Parameters:
    ///   - source: the folder's files.
    ///   - options: the optional folders (`facultatif`) to include; a name that no regime lists
    ///     changes nothing (see `optionalFolders`).
    ///   - threads: starts a thread that shares the work; nil for none.
    ///   - announce: is told the regimes and the schema of dossiers before they are checked.
    /// - Returns: the policy with the optional folders asked for.
    /// - Throws: everything wrong with any of them at once, optional folders included, sorted.
    public static func load(
        _ source: PolicySource, options: Set<String> = [], threads: ThreadStarter? = nil,
        announce: (_ regimes: [Regime], DossierSchema) -> Void = { _, _ in }
    ) throws(DiagnosticsError) -> Policy {
        let inspection = PolicyInspection(
            source, options: options, threads: threads, announce: announce)
        guard let policy = inspection.policy else {
            throw DiagnosticsError(inspection.diagnostics)
        }
        return policy
    }

    /// Everything wrong or doubtful in a policy and its optional folders, sorted; a file that fails
    /// as it loads included.
    public static func check(_ source: PolicySource) -> [Diagnostic] {
        checkReporting(source).diagnostics
    }

    /// The same findings with the policy, read once.
    ///
    /// - Returns: the policy is nil when `load` would throw.
    public static func checkReporting(
        _ source: PolicySource
    ) -> (policy: Policy?, diagnostics: [Diagnostic]) {
        let inspection = PolicyInspection(source, options: [])
        guard let policy = inspection.policy else { return (nil, inspection.diagnostics) }
        do throws(DiagnosticsError) {
            _ = try Evaluator(policy, running: policy.programs + inspection.others)
            return (policy, inspection.diagnostics)
        } catch {
            let all = inspection.diagnostics + error.diagnostics
            return (policy, DiagnosticsError(all).diagnostics)
        }
    }

    /// The regime of an identifier, if any.
    public func regime(id: String) -> Regime? { regimes.first { $0.id == id } }

    /// The folders that an option may name, in byte order.
    public var optionalFolders: [String] {
        Set(regimes.flatMap(\.declaration.optionals).map(\.value)).sortedByBytes
    }

    /// The rules of a regime of this policy with what they run on, in source order.
    package func rules(of regime: Regime) -> [RuleProgram] {
        programs.first { $0.regime.id == regime.id }?.rules ?? []
    }
}
