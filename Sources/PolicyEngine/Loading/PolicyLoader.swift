// From the files of a policies folder to its regimes.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// Reads the regimes of a policies folder.
///
///     let regimes = try PolicyLoader.load(PolicyFolder.read("policies"))
///     regimes.map(\.id)  // ["expe-ct"]
public enum PolicyLoader {
    /// The file that makes a regime of a folder.
    static let regimeFile = "regime.lua"

    /// Reads every regime, in byte order of identifier.
    ///
    /// - Parameters:
    ///   - source: the folder's files.
    ///   - options: the optional folders (`facultatif`) to include; a name that no regime lists
    ///     changes nothing.
    /// - Returns: the regimes with the optional folders asked for.
    /// - Throws: everything wrong with any file at once, optional ones included, sorted; warnings
    ///   alone do not throw.
    public static func load(
        _ source: PolicySource, options: Set<String> = []
    ) throws(DiagnosticsError) -> [Regime] {
        let (regimes, diagnostics) = loadReporting(source, options: options)
        if diagnostics.contains(where: { $0.severity == .error }) {
            throw DiagnosticsError(diagnostics)
        }
        return regimes
    }

    /// Reads every regime, and reports everything wrong or doubtful, sorted.
    ///
    /// - Returns: with errors, regimes hold what could be read, without the files that do not
    ///   parse; one without its `regime` statement is left out.
    public static func loadReporting(
        _ source: PolicySource, options: Set<String> = []
    ) -> (regimes: [Regime], diagnostics: [Diagnostic]) {
        let (forms, diagnostics) = loadForms(source, options: options)
        return (forms.map(\.asked), diagnostics)
    }

    /// Reads every regime in every form that its optional folders give it.
    static func loadForms(
        _ source: PolicySource, options: Set<String>, threads: ThreadStarter? = nil
    ) -> (forms: [RegimeForms], diagnostics: [Diagnostic]) {
        var session = LoadingSession(source, options: options, threads: threads)
        let forms = session.regimeFolders.compactMap { session.regime(in: $0) }
        session.reportOrphans()
        session.reportUnusedModules()
        session.reportIgnoredFiles()
        session.reportContradictions(among: forms.map(\.whole))
        return (forms, DiagnosticsError(session.diagnostics).diagnostics)
    }
}
