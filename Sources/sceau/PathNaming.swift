// French names in place of the paths that a sentence holds.
// SPDX-License-Identifier: MIT

import Labelling

/// Finds paths in sentences, whatever their number: each byte of a sentence is looked at once, and
/// where a path may start the sorted paths are searched by halves.
///
/// ```swift
/// let naming = PathNaming(["collectivite.siren"], names)
/// naming.naming("sans connaître collectivite.siren")  // sans connaître « numéro SIREN »
/// ```
struct PathNaming {
    private let names: FactNames
    /// In byte order, each once.
    private let paths: [[UInt8]]
    /// The place of the longest other path that starts each one; nil where none does.
    private let starts: [Int?]
    /// Whether some path starts with a byte.
    private let isFirst: [Bool]

    /// Prepares the names of paths.
    init(_ paths: [String], _ names: FactNames) {
        self.names = names
        let sorted = Set(paths).map { Array($0.utf8) }.filter { !$0.isEmpty }
            .sorted { $0.lexicographicallyPrecedes($1) }
        var starts: [Int?] = []
        var open: [Int] = []
        for (place, path) in sorted.enumerated() {
            while let last = open.last, !path.starts(with: sorted[last]) { open.removeLast() }
            starts.append(open.last)
            open.append(place)
        }
        var isFirst = [Bool](repeating: false, count: 256)
        for path in sorted { isFirst[Int(path[0])] = true }
        self.paths = sorted
        self.starts = starts
        self.isFirst = isFirst
    }

    /// A sentence with French names, in guillemets, in place of the paths, the longest one where several stand.
    func naming(_ sentence: String) -> String {
        guard !paths.isEmpty else { return sentence }
        let text = Array(sentence.utf8)
        var result: [UInt8] = []
        var copied = 0
        var place = 0
        while place < text.count {
            guard isFirst[Int(text[place])], let found = longest(at: place, of: text) else {
                place += 1
                continue
            }
            result += text[copied..<place]
            result += quoted(String(decoding: paths[found], as: UTF8.self)).utf8
            place += paths[found].count
            copied = place
        }
        return copied == 0 ? sentence : String(decoding: result + text[copied...], as: UTF8.self)
    }

    /// A fact's name, which has no article, in guillemets; a row says by itself what it is.
    private func quoted(_ path: String) -> String {
        let name = names.name(of: path)
        return names.isTableRow(path) || name == path ? name : French.quoted(name)
    }

    /// The longest path that stands at a place of a text.
    private func longest(at place: Int, of text: [UInt8]) -> Int? {
        // INVARIANT: what starts the text is the last path not after it, or starts that one.
        var (low, high) = (0, paths.count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(paths[middle], place, text) { high = middle } else { low = middle + 1 }
        }
        guard low > 0 else { return nil }
        let common = commonLength(paths[low - 1], place, text)
        var found: Int? = low - 1
        while let path = found, paths[path].count > common { found = starts[path] }
        return found
    }

    /// Whether a path comes after the rest of a text in byte order.
    private func isAfter(_ path: [UInt8], _ place: Int, _ text: [UInt8]) -> Bool {
        let common = commonLength(path, place, text)
        guard common < path.count else { return false }
        return place + common == text.count || path[common] > text[place + common]
    }

    private func commonLength(_ path: [UInt8], _ place: Int, _ text: [UInt8]) -> Int {
        let most = min(path.count, text.count - place)
        var length = 0
        while length < most && path[length] == text[place + length] { length += 1 }
        return length
    }
}
