// What evaluating one dossier gave.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// A dossier's verdict, or why it has none.
enum DossierOutcome {
    case verdict(Verdict)
    case fault(DossierFault)
}

/// Why a dossier has no verdict.
enum DossierFault: Error {
    /// Its content cannot be read: every fault, sorted.
    case unreadable([Diagnostic])
    /// It was read, but no opinion can be given.
    case refused(CommandFailure)
    /// The regime that it needs fails as it loads, whatever the dossier.
    case policy([Diagnostic])

    /// The status that it leads to.
    var status: ExitStatus {
        switch self {
        case .unreadable: .badDossier
        case .refused(let failure): failure.status
        case .policy: .badPolicy
        }
    }
}

/// A dossier of a run, with what it gave.
struct EvaluatedDossier {
    /// Where the dossier stands.
    let place: DossierPlace
    /// What it gave.
    let outcome: DossierOutcome
    /// What completing it can still change; nil where that was not asked.
    var outlook: Outlook?

    /// The verdict, if there is one.
    var verdict: Verdict? {
        switch outcome {
        case .verdict(let verdict): verdict
        case .fault: nil
        }
    }
}

extension EvaluatedDossier {
    /// Appends the verdict (`sceau/avis/1`) as a line, or the dossier's faults (`sceau/erreur/1`).
    func writeLine(to output: inout [UInt8]) {
        switch outcome {
        case .verdict(let verdict): verdict.write(to: &output)
        case .fault(let fault): json(of: fault).write(to: &output)
        }
        output.append(UInt8(ascii: "\n"))
    }

    private func json(of fault: DossierFault) -> JSONValue {
        let (message, help, diagnostics): (String, String?, [Diagnostic]) =
            switch fault {
            case .unreadable(let found): ("dossier illisible", nil, found)
            case .refused(let failure): (failure.message, failure.help, [])
            case .policy(let found): ("politique inutilisable", nil, found)
            }
        return [
            "schema": .string(FaultSchema.identifier),
            "fichier": .string(place.path),
            "ligne": .optional(place.line),
            "statut": .integer(Int64(fault.status.rawValue)),
            "erreur": .string(message),
            "aide": .optional(help),
            "diagnostics": .array(diagnostics.map(\.jsonValue)),
        ]
    }
}
