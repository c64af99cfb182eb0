// A dossier whose every fact has been checked.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// One labelling dossier, as read from a file of `sceau/dossier/1`.
///
/// ```swift
/// let source = SourceText(path: "dossier.json", bytes: bytes)
/// let dossier = try Dossier.read(source, schema: .standard)
/// let nature = dossier.facts["collectivite"]
/// ```
public struct Dossier: Hashable, Sendable {
    /// The number under which the ministry files it.
    public let numero: String
    /// The day it was filed, in Europe/Paris.
    public let deposeLe: Day
    /// Every fact of the file but `schema`; absent ones have no entry.
    public let facts: FactRecord
    /// Why a fact is absent, by its path, where the file tells.
    ///
    /// Paths are absolute and count from 1: `expertises[1].experts`.
    public let reasons: [String: String]
    /// `sha256:` and the hexadecimal digest of the file's bytes from `{` to `}`.
    public let fingerprint: String
}

extension Dossier {
    /// Reads a dossier and reports everything wrong with it at once.
    ///
    /// A diagnostic shows names of fields and the value at fault, and not even that one where its
    /// fact is personal or where nobody can tell which fact it is of.
    ///
    /// - Parameters:
    ///   - source: one JSON object in UTF-8; its lists keep their order.
    ///   - schema: what the dossier may hold.
    /// - Returns: a dossier whose facts all fit the schema.
    /// - Throws: `DiagnosticsError`, sorted by position, about a hundred findings at most.
    public static func read(
        _ source: SourceText, schema: DossierSchema
    ) throws(DiagnosticsError) -> Dossier {
        // It comes from outside: what it says about anybody stays out of what is said about it.
        let source = source.showing(.fault)
        let document = JSONReader.read(source)
        guard let root = document.root else { throw DiagnosticsError(document.diagnostics) }
        var reader = DossierReader(source, isWhole: document.isWhole)
        let facts = reader.dossier(root, schema: schema)
        let broken = Set(reader.brokenIntegers.map { Diagnostic.Location($0, in: source) })
        let findings =
            document.diagnostics.map { $0.withoutDecimals(at: broken) }
            + reader.findings.diagnostics
        guard findings.isEmpty, let facts,
            case .text(let numero)? = facts["numero"], case .day(let day)? = facts["depose_le"]
        else { throw DiagnosticsError(findings) }
        return Dossier(
            numero: numero, deposeLe: day, facts: facts, reasons: reader.reasons,
            fingerprint: Fingerprint.of(source.bytes[root.range]))
    }
}
