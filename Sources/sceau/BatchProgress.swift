// How far a batch has come, on a terminal.
// SPDX-License-Identifier: MIT

import Labelling

/// One line on standard error that is drawn again and again.
struct BatchProgress {
    private let isShown: Bool
    /// The bytes of all inputs; nil where nobody knows.
    private let size: Int?
    private let start = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant?

    /// Prepares the line; nothing is ever drawn unless it is to be shown.
    init(isShown: Bool, size: Int?) {
        self.isShown = isShown
        self.size = size
    }

    /// Draws the line, at most five times a second.
    mutating func show(dossiers: Int, bytes: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let shownAt, shownAt.duration(to: now) < .milliseconds(200) { return }
        shownAt = now
        let seconds = start.duration(to: now) / .seconds(1)
        Console.remark("\r\u{1B}[K" + text(dossiers: dossiers, bytes: bytes, seconds: seconds))
    }

    /// « 12 000 dossiers · 8 500 par seconde · 40 % · encore 2 s ».
    func text(dossiers: Int, bytes: Int, seconds: Double) -> String {
        var parts = [French.count(dossiers, "dossier", "dossiers")]
        if seconds > 0 {
            parts.append("\(French.number(Int64(Double(dossiers) / seconds))) par seconde")
        }
        if let size, size > 0 {
            let share = min(1, Double(bytes) / Double(size))
            parts.append("\(Int(100 * share))\u{A0}%")
            if share > 0 {
                let left = Int((seconds / share - seconds).rounded(.up))
                parts.append("encore \(French.number(Int64(left)))\u{A0}s")
            }
        }
        return parts.joined(separator: " · ")
    }

    /// Removes the line.
    mutating func clear() {
        if shownAt != nil { Console.remark("\r\u{1B}[K") }
        shownAt = nil
    }
}
