// Countries by their codes.
// SPDX-License-Identifier: MIT

/// The countries that a dossier can name.
public enum Country {
    /// The codes, in order: ISO 3166-1 alpha-2 and `XK`.
    public static let codes = entries.map(\.code)

    /// The French name of a code; nil for a code that is none.
    public static func frenchName(of code: String) -> String? { names[code] }

    /// The code of a French name, whatever its capitals; nil when it is none's.
    static func code(named name: String) -> String? {
        let name = name.lowercased()
        return entries.first { $0.name.lowercased() == name }?.code
    }

    /// The place of two capitals among all such pairs, below 676; nil for other bytes.
    static func index(of first: UInt8, _ second: UInt8) -> Int? {
        let (first, second) = (first &- 0x41, second &- 0x41)
        return first < 26 && second < 26 ? Int(first) * 26 + Int(second) : nil
    }

    private static let entries = table.utf8.split(separator: UInt8(ascii: "\n")).map { line in
        (code: String(Substring(line.prefix(2))), name: String(Substring(line.dropFirst(3))))
    }

    private static let names = Dictionary(
        entries.map { ($0.code, $0.name) }
    ) { first, _ in first }
}
