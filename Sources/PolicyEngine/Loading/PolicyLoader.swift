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
    /// - Throws: everything wrong with any file at once, sorted; warnings alone do not throw.
    public static func load(_ source: PolicySource) throws(DiagnosticsError) -> [Regime] {
        let (regimes, diagnostics) = loadReporting(source)
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
        _ source: PolicySource
    ) -> (regimes: [Regime], diagnostics: [Diagnostic]) {
        var session = LoadingSession(source)
        let regimes = session.regimeFolders.compactMap { session.regime(in: $0) }
        session.reportOrphans()
        session.reportIgnoredFiles()
        session.reportContradictions(among: regimes)
        return (regimes, DiagnosticsError(session.diagnostics).diagnostics)
    }
}
