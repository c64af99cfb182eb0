// The day that was probably meant by a date written in another form.
// SPDX-License-Identifier: MIT

extension Day {
    /// The day told by `01/03/2021`, `2021/3/1`, `20210301` or « 1er mars 2021 »; nil otherwise.
    ///
    /// Day before month, as in France. Only for a remedy: such a date is refused.
    static func guess(_ text: String) -> Day? {
        let separators = "/-. \u{A0}\u{202F}"
        let parts = text.lowercased().split { separators.contains($0) }.map(String.init)
        if parts.count == 1, text.count == 8 {
            let month = text.dropFirst(4).prefix(2)
            return day(String(text.prefix(4)), String(month), String(text.suffix(2)))
        }
        guard parts.count == 3 else { return nil }
        if parts[0].count == 4 { return day(parts[0], parts[1], parts[2]) }
        return day(parts[2], parts[1], parts[0] == "1er" ? "1" : parts[0])
    }

    private static func day(_ year: String, _ month: String, _ day: String) -> Day? {
        guard year.utf8.count == 4, let year = number(Array(year.utf8)),
            day.utf8.count <= 2, let day = number(Array(day.utf8))
        else { return nil }
        if let named = French.months.firstIndex(of: month.normalized) {
            return Day(year: year, month: named + 1, day: day)
        }
        guard month.utf8.count <= 2, let month = number(Array(month.utf8)) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// « février 2021 a 28 jours » for `2021-02-30`; nil when it tells no month.
    package static func lengthOfItsMonth(_ text: String) -> String? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let first = Day(year: parts[0], month: parts[1], day: 1) else {
            return nil
        }
        let length = lengthOfMonth(first.month, year: first.year)
        return "\(French.months[first.month - 1]) \(first.year) a \(length) jours"
    }

    /// Whether a text is made like `yyyy-mm-dd`, whatever its digits.
    static func hasISOShape(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10 else { return false }
        return bytes.indices.allSatisfy { index in
            index == 4 || index == 7
                ? bytes[index] == UInt8(ascii: "-") : (0x30...0x39).contains(bytes[index])
        }
    }

    /// Whether a text is made like a day with an hour after it.
    static func hasHour(_ text: String) -> Bool {
        guard text.utf8.count > 10, hasISOShape(String(text.prefix(10))) else { return false }
        return text.dropFirst(10).first.map { "Tt ".contains($0) } ?? false
    }

    private static func number(_ digits: [UInt8]) -> Int? { number(digits.span) }
}
