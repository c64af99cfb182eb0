// The known name nearest to one that is not known.
// SPDX-License-Identifier: MIT

/// Guesses what a misspelt name was meant to be.
public enum Spelling {
    /// The candidate nearest to a text, or nil when none is near enough.
    ///
    /// Near means two slips at most (a letter changed, lost, added, or two swapped), and one slip
    /// for three letters at most; capitals count for nothing. Among equals, the first by bytes.
    public static func nearest(
        to text: String, among candidates: some Sequence<String>
    ) -> String? {
        let typed = folded(text)
        var best: (distance: Int, name: String)?
        for name in candidates {
            let known = folded(name)
            let limit = min(2, (max(typed.count, known.count) + 1) / 3)
            guard abs(typed.count - known.count) <= limit else { continue }
            let distance = distance(typed, known)
            guard distance <= limit, distance < typed.count else { continue }
            if let best, !isBetter((distance, name), than: best) { continue }
            best = (distance, name)
        }
        return best?.name
    }

    /// The only candidate that starts with a text of four letters or more; capitals count for
    /// nothing.
    package static func completion(
        of text: String, among candidates: some Sequence<String>
    ) -> String? {
        let typed = folded(text)
        guard typed.count >= 4 else { return nil }
        let longer = Set(candidates.filter { folded($0).starts(with: typed) })
        return longer.count == 1 ? longer.first : nil
    }

    private static func isBetter(
        _ left: (distance: Int, name: String), than right: (distance: Int, name: String)
    ) -> Bool {
        if left.distance != right.distance { return left.distance < right.distance }
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        Array(text.lowercased().unicodeScalars)
    }

    /// The Damerau–Levenshtein distance, where no letter is edited twice.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var cost = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
