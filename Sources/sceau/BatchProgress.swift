// How far a batch has come, and what came of it, on a terminal.
// SPDX-License-Identifier: MIT

import Labelling

/// One line on standard error that is drawn again and again, then a summary.
struct BatchProgress {
    /// What of it is shown.
    struct Visibility {
        /// Standard error is a terminal.
        let summary: Bool
        /// And nothing else is written there meanwhile.
        let bar: Bool
    }

    private let visibility: Visibility
    /// The bytes of all inputs; nil where nobody knows.
    private let size: Int?
    private let start = ContinuousClock.now
    private var drawnAt: ContinuousClock.Instant?
    private var isDrawn = false

    /// Prepares the line.
    init(_ visibility: Visibility, size: Int?) {
        self.visibility = visibility
        self.size = size
    }

    /// Draws the line, at most five times a second.
    mutating func show(dossiers: Int, bytes: Int) {
        guard visibility.bar else { return }
        let now = ContinuousClock.now
        if let drawnAt, drawnAt.duration(to: now) < .milliseconds(200) { return }
        drawnAt = now
        isDrawn = true
        let time = start.duration(to: now)
        let text = BatchProgress.text(dossiers, bytes: bytes, of: size, after: time)
        Console.remark("\r\u{1B}[K" + text)
    }

    /// Removes the line.
    mutating func clear() {
        if isDrawn { Console.remark("\r\u{1B}[K") }
        isDrawn = false
    }

    /// Tells what came of the batch.
    func summarize(_ tally: BatchTally) {
        guard visibility.summary else { return }
        let time = start.duration(to: .now)
        Console.remark(BatchProgress.summary(tally, after: time) + "\n")
    }

    /// « ████░░░░░░ 40 % · 12 000 dossiers · 8 500 par seconde · encore 2 s ».
    ///
    /// Without a size, nobody knows what is left.
    static func text(_ dossiers: Int, bytes: Int, of size: Int?, after time: Duration) -> String {
        var parts = [French.count(dossiers, "dossier", "dossiers"), rate(dossiers, time)]
        if let size, size > 0 {
            let share = min(1, Double(bytes) / Double(size))
            parts.insert(bar(share), at: 0)
            if share > 0 { parts.append("encore " + duration(time * ((1 - share) / share))) }
        }
        return parts.joined(separator: " · ")
    }

    /// « 3 dossiers évalués · 2 favorables · 1 incomplet · 1 sans avis · 2 s · 2 par seconde ».
    static func summary(_ tally: BatchTally, after time: Duration) -> String {
        let faults =
            tally.faults == 0 ? [] : [French.count(tally.faults, "sans avis", "sans avis")]
        return ([tally.counts.summary] + faults + [duration(time), rate(tally.dossiers, time)])
            .joined(separator: " · ")
    }

    private static func bar(_ share: Double) -> String {
        let full = Int(share * 20)
        return String(repeating: "█", count: full) + String(repeating: "░", count: 20 - full)
            + " \(Int(100 * share))\u{A0}%"
    }

    private static func rate(_ dossiers: Int, _ time: Duration) -> String {
        let seconds = max(time / .seconds(1), 0.001)
        return French.number(Int64(Double(dossiers) / seconds)) + " par seconde"
    }

    /// « 2 s », « 3 min 20 s », « 1 h 5 min », a part of a second counting as one.
    private static func duration(_ time: Duration) -> String {
        let seconds = Int((time / .seconds(1)).rounded(.up))
        switch seconds {
        case ..<60: return "\(seconds)\u{A0}s"
        case ..<3600: return "\(seconds / 60)\u{A0}min \(seconds % 60)\u{A0}s"
        default: return "\(seconds / 3600)\u{A0}h \(seconds % 3600 / 60)\u{A0}min"
        }
    }
}
