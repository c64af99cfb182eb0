// What is wrong in a text that a person wrote, where, and what to do about it.
// SPDX-License-Identifier: MIT

/// One fault of an input file, with its place and its remedy.
///
/// Texts are French: lower-case first letter, one line, no full stop.
public struct Diagnostic: Hashable, Sendable {
    /// How bad a fault is.
    public enum Severity: String, Hashable, Sendable {
        /// The file cannot be used.
        case error = "erreur"
        /// The file can be used, but probably not as meant.
        case warning = "avertissement"
    }

    /// Where a fault stands, with the line to show.
    public struct Location: Hashable, Sendable {
        /// The file's path as shown.
        public let file: String
        /// First character of the fault.
        public let start: SourcePosition
        /// Just after its last character; equal to `start` for a point.
        public let end: SourcePosition
        /// The text of the line on which the fault starts.
        public let excerpt: String

        /// Finds the location of a byte range in a source.
        public init(_ range: SourceRange, in source: SourceText) {
            file = source.path
            start = source.position(at: range.lowerBound)
            end = source.position(at: range.upperBound)
            excerpt = source.text(ofLine: start.line)
        }

        /// A whole file, where no line can be named.
        public init(file: String) {
            self.file = file
            start = SourcePosition(line: 1, column: 1)
            end = start
            excerpt = ""
        }

        /// Whether it names a file and no place in it.
        package var isWholeFile: Bool {
            excerpt.isEmpty && start == end && start == SourcePosition(line: 1, column: 1)
        }
    }

    /// One edit that repairs the fault.
    public struct Fix: Hashable, Sendable {
        /// What stands in place of the text at the diagnostic's location.
        public let replacement: String

        /// Makes a fix.
        public init(replacement: String) { self.replacement = replacement }
    }

    /// Error or warning.
    public var severity: Severity
    /// Stable code, such as `dossier.champ-inconnu`.
    public var code: String
    /// What is wrong, then what was found.
    public var message: String
    /// Where.
    public var location: Location
    /// Short text beside the caret, such as « vouliez-vous dire « commune » ? ».
    public var label: String?
    /// The remedy, printed after « aide : ».
    public var help: String?
    /// Related places, printed after « note : ».
    public var notes: [String]
    /// The edit that repairs it, when one does.
    public var fix: Fix?

    /// Makes a diagnostic; an error unless told otherwise.
    ///
    /// The code is a case of the enum that lists those of a target, so that none is left uncounted.
    public init(
        _ code: some RawRepresentable<String>, _ message: String, at location: Location,
        severity: Severity = .error, label: String? = nil, help: String? = nil,
        notes: [String] = [], fix: Fix? = nil
    ) {
        self.severity = severity
        self.code = code.rawValue
        self.message = message
        self.location = location
        self.label = label
        self.help = help
        self.notes = notes
        self.fix = fix
    }
}

extension Diagnostic: Comparable {
    /// By file, then line, then column, then code and message.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.location.file != right.location.file {
            return left.location.file.utf8.lexicographicallyPrecedes(right.location.file.utf8)
        }
        if left.location.start != right.location.start {
            return left.location.start < right.location.start
        }
        return (left.code, left.message) < (right.code, right.message)
    }
}

/// All that is wrong with an input, sorted, without repeats.
public struct DiagnosticsError: Error, Sendable {
    /// At least one; sorted by file, line and column.
    public let diagnostics: [Diagnostic]

    /// Sorts what was found and drops repeats.
    public init(_ diagnostics: [Diagnostic]) {
        var seen = Set<Diagnostic>()
        self.diagnostics = diagnostics.filter { seen.insert($0).inserted }.sorted()
    }
}
