// What `sceau fmt` did to each file, and what it says of it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// What became of the files of a run.
struct LayoutReport {
    /// Whether nothing is written.
    let isCheck: Bool
    private var changed: [LuaFile] = []
    private var unchanged = 0
    private var failed = 0
    private var statuses: Set<ExitStatus> = []

    /// Makes an empty report.
    init(isCheck: Bool) { self.isCheck = isCheck }

    /// Notes a file that could be read.
    mutating func note(_ file: LuaFile, changed isChanged: Bool) {
        if isChanged { changed.append(file) } else { unchanged += 1 }
        if isChanged && isCheck { statuses.insert(.faultFound) }
    }

    /// Notes a file that is left as it is.
    mutating func note(_ file: LuaFile, failedWith status: ExitStatus) {
        failed += 1
        statuses.insert(status)
    }

    /// The status to end with.
    var status: ExitStatus { .worst(of: statuses) }

    /// The files that change, one a line.
    var list: String { changed.map { $0.shown.withVisibleControls + "\n" }.joined() }

    /// « 2 fichiers mis en forme, 9 déjà en forme », and an end of line.
    var summary: String {
        let done =
            isCheck
            ? French.count(
                changed.count, "fichier à mettre en forme", "fichiers à mettre en forme")
            : French.count(changed.count, "fichier mis en forme", "fichiers mis en forme")
        let same = French.count(unchanged, "fichier déjà en forme", "fichiers déjà en forme")
        let left = French.count(failed, "fichier laissé tel quel", "fichiers laissés tels quels")
        let parts = [(changed.count, done), (unchanged, same), (failed, left)]
        return parts.filter { $0.0 > 0 }.map(\.1).joined(separator: ", ") + "\n"
    }
}
