// The statuses with which the tool ends.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// How a run ended, for the caller's shell.
///
/// Thrown, it ends the run without a word: what had to be said has been.
enum ExitStatus: Int32, Error, CaseIterable {
    /// The work was done, whatever the verdict.
    case done = 0
    /// A check found a fault.
    case faultFound = 1
    /// `--exit-verdict`: an opinion against.
    case unfavorable = 2
    /// `--exit-verdict`: a point to examine.
    case toExamine = 3
    /// `--exit-verdict`: something is missing.
    case incomplete = 4
    /// `--exit-verdict`: expertises that differ.
    case divided = 5
    /// The command line makes no sense.
    case usage = 64
    /// The content of a dossier could not be read.
    case badDossier = 65
    /// A defect of ours.
    case defect = 70
    /// A file could not be opened, read or written.
    case fileAccess = 74
    /// The policy cannot be loaded, or a rule failed.
    case badPolicy = 78

    /// Which status wins where several occurred, the winner first.
    private static let precedence: [ExitStatus] = [
        .defect, .usage, .badPolicy, .fileAccess, .badDossier,
        .unfavorable, .toExamine, .incomplete, .divided, .faultFound, .done,
    ]

    /// The status of a run in which these occurred; `done` when none did.
    static func worst(of occurred: Set<ExitStatus>) -> ExitStatus {
        precedence.first { occurred.contains($0) } ?? .done
    }
}

extension ExitStatus {
    /// The status of an opinion under `--exit-verdict`; nil where the work is done.
    init?(of avis: Avis) {
        switch avis {
        case .favorable, .enErreur: return nil
        case .aExaminer: self = .toExamine
        case .incomplet: self = .incomplete
        case .defavorable: self = .unfavorable
        case .partage: self = .divided
        }
    }
}
