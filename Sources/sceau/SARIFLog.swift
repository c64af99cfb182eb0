// The findings of a check as a log that code hosts and editors read.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine

/// One run of the Static Analysis Results Interchange Format, 2.1.0.
///
/// Source: OASIS standard of 27 March 2020, with its errata 01 of 28 August 2023.
struct SARIFLog {
    private let diagnostics: [Diagnostic]
    private let paths: ReportPaths
    /// Each code once, in byte order: its place is its index among the run's rules.
    private let codes: [String]

    /// Prepares the log of a check; results keep the order given.
    init(_ diagnostics: [Diagnostic], paths: ReportPaths) {
        self.diagnostics = diagnostics
        self.paths = paths
        codes = Set(diagnostics.map(\.code))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The whole log.
    var jsonValue: JSONValue {
        [
            "$schema": .string(SARIFLog.schema),
            "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver],
                    "originalUriBaseIds": [
                        SARIFLog.root: [
                            "description": ["text": "Répertoire où sceau a été lancé."]
                        ]
                    ],
                    "defaultEncoding": "utf-8",
                    // The format counts UTF-16 units and two ends of line unless it is told.
                    "newlineSequences": ["\r\n", "\n", "\r"],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(diagnostics.map(result)),
                ]
            ],
        ]
    }

    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    /// The base of relative references; hosts read this name as the root of the repository.
    private static let root = "%SRCROOT%"

    private var driver: JSONValue {
        [
            "name": "sceau",
            "version": .string(Policy.engineVersion),
            "language": "fr",
            "rules": .array(codes.map(rule)),
        ]
    }

    private func rule(_ code: String) -> JSONValue {
        let example = diagnostics.first { $0.code == code }
        return [
            "id": .string(code),
            "shortDescription": message(example?.message.withoutQuotes ?? code),
            "defaultConfiguration": ["level": .string(example?.severity.level ?? "error")],
        ]
    }

    private func result(_ diagnostic: Diagnostic) -> JSONValue {
        let location: JSONValue = ["physicalLocation": place(of: diagnostic.location)]
        let members: [JSONValue.Member] = [
            .init("ruleId", .string(diagnostic.code)),
            .init("ruleIndex", .optional(codes.firstIndex(of: diagnostic.code))),
            .init("level", .string(diagnostic.severity.level)),
            .init("message", message(diagnostic.sentences.joined(separator: "\n"))),
            .init("locations", [location]),
        ]
        return .object(members + fixes(of: diagnostic))
    }

    /// A message string, in which lone braces would be placeholders, and brackets followed by a
    /// parenthesis a link, which a joiner without width keeps apart.
    private func message(_ text: String) -> JSONValue {
        let literal = text.escaping(["{": "{{", "}": "}}"])
            .replacing("](", with: "]\u{2060}(")
        return ["text": .string(literal)]
    }

    private func place(of location: Diagnostic.Location) -> JSONValue {
        let file = JSONValue.Member("artifactLocation", artifact(location.file))
        guard !location.isWholeFile else { return .object([file]) }
        return .object([file, .init("region", region(of: location))])
    }

    private func artifact(_ file: String) -> JSONValue {
        let uri = JSONValue.Member("uri", .string(paths.uri(of: file)))
        guard paths.areRelative else { return .object([uri]) }
        return .object([uri, .init("uriBaseId", .string(SARIFLog.root))])
    }

    private func region(of location: Diagnostic.Location) -> JSONValue {
        [
            "startLine": .optional(location.start.line),
            "startColumn": .optional(location.start.column),
            "endLine": .optional(location.end.line),
            "endColumn": .optional(location.end.column),
        ]
    }

    private func fixes(of diagnostic: Diagnostic) -> [JSONValue.Member] {
        guard let fix = diagnostic.fix, !diagnostic.location.isWholeFile else { return [] }
        let replacement: JSONValue = [
            "deletedRegion": region(of: diagnostic.location),
            "insertedContent": ["text": .string(fix.replacement)],
        ]
        let change: JSONValue = [
            "artifactLocation": artifact(diagnostic.location.file),
            "replacements": [replacement],
        ]
        return [.init("fixes", [["artifactChanges": [change]]])]
    }
}

extension Diagnostic.Severity {
    /// The format's word.
    fileprivate var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        }
    }
}

extension String {
    /// A message without the texts that it quotes, so that it says what its code stands for.
    fileprivate var withoutQuotes: String { replacing(#/«[^»]*»/#, with: "« … »".typeset) }
}
