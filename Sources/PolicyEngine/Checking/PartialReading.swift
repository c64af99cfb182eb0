// What a check may still say when a part of the policy could not be read.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Tells findings that what was not read could refute from those that hold all the same.
struct PartialReading {
    /// The files with an error.
    private let faulty: Set<String>
    /// The names that what could not be read may declare: every word of a faulty file, and every
    /// name in quotes, since a table may be declared in one file and be faulty in another.
    private let perhapsDeclared: Set<String>

    /// Looks through a policy for what was not read; `found` is what its loading gave.
    init(_ source: PolicySource, found: [Diagnostic]) {
        let faulty = Set(found.filter { $0.severity == .error }.map(\.location.file))
        self.faulty = faulty
        guard !faulty.isEmpty else {
            perhapsDeclared = []
            return
        }
        let names = source.files.filter { $0.path.hasSuffix(".lua") }.flatMap { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            return faulty.contains(file.path) ? text.words : text.quotedNames
        }
        perhapsDeclared = Set(names)
    }

    /// Whether a finding of the checker holds whatever stands in what was not read.
    func confirms(_ finding: Diagnostic) -> Bool {
        guard !faulty.isEmpty else { return true }
        switch PolicyCode(rawValue: finding.code) {
        case .unusedLocal: return !faulty.contains(finding.location.file)
        case .unknownName: return !perhapsDeclared.contains(finding.location.text)
        case .parameterWithoutValue: return false
        default: return true
        }
    }
}

extension String {
    /// Its runs of letters, digits and `_`.
    fileprivate var words: [String] {
        split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "_" }.map(String.init)
    }

    /// The names between two quotes of any kind.
    fileprivate var quotedNames: [String] {
        split { $0 == "\"" || $0 == "'" }.map(String.init).filter(\.isASCIIIdentifier)
    }
}
