// Where `goto` may jump: to labels of its function that are visible, past no declaration.
// SPDX-License-Identifier: MIT

import Diagnostics

extension ScopeChecker {
    /// Takes a `goto`: back to a label already passed, or forward to one still to come.
    mutating func jump(to name: Name) {
        if function.labels.contains(where: { $0.name.text == name.text }) { return }
        function.pending.append(Jump(name: name, localCount: locals.count))
    }

    /// Takes a label and the jumps of its block, from an index on, that waited for it.
    mutating func place(_ label: Jump, firstPending: Int) {
        if let earlier = function.labels.first(where: { $0.name.text == label.name.text }) {
            report(
                .duplicateLabel(
                    label.name.text, line: line(of: earlier.name), at: location(label.name.range)))
        }
        function.labels.append(label)
        let waiting = function.pending[firstPending...].filter { $0.name.text == label.name.text }
        for jump in waiting where jump.localCount < label.localCount {
            let local = locals[jump.localCount].name
            report(
                .jumpIntoScope(
                    label.name.text, local: local.text, line: line(of: local),
                    at: location(jump.name.range)))
        }
        let kept = function.pending[firstPending...].filter { $0.name.text != label.name.text }
        function.pending.replaceSubrange(firstPending..., with: kept)
    }

    /// Reports the jumps of a function that found no label.
    mutating func reportPending() {
        for jump in function.pending {
            report(.unknownLabel(jump.name.text, at: location(jump.name.range)))
        }
        function.pending = []
    }
}

extension Block {
    /// The index from which only labels follow: locals count as out of scope there.
    var trailingLabelStart: Int {
        var start = statements.count
        while start > 0, case .label = statements[start - 1].kind { start -= 1 }
        return start
    }
}
