// Values written as French readers expect them.
// SPDX-License-Identifier: MIT

/// Writes values in French.
///
/// ```swift
/// French.count(3, "référence", "références")  // 3 références
/// ```
public enum French {
    /// The space inside guillemets, between thousands and before `; ! ?`.
    public static let narrowNoBreakSpace = "\u{202F}"

    /// A whole number in groups of three digits: « 12 345 ».
    public static func number(_ value: Int64) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// A number with a decimal comma, as many decimals as it has: « 12 345,5 », « 1,5 × 10²⁰ »;
    /// « infini » and « indéfini » for what is no number.
    public static func decimal(_ value: Double) -> String {
        guard value.isFinite else {
            return value.isNaN ? "indéfini" : value < 0 ? "-infini" : "infini"
        }
        let parts = value.magnitude.description.split(separator: "e")
        let digits = parts[0].split(separator: ".")
        let decimals = digits.count < 2 || digits[1] == "0" ? "" : "," + digits[1]
        let power = parts.count < 2 ? "" : "\u{A0}×\u{A0}10" + exponent(String(parts[1]))
        return (value < 0 ? "-" : "") + grouped(String(digits[0])) + decimals + power
    }

    /// `+20` and `-05` above the line: « ²⁰ », « ⁻⁵ ».
    private static func exponent(_ text: String) -> String {
        let figures = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let digits = text.drop { "+-0".contains($0) }
        return (text.hasPrefix("-") ? "⁻" : "")
            + String(digits.compactMap(\.wholeNumberValue).map { figures[$0] })
    }

    /// A day: « 1er juillet 2020 ».
    public static func day(_ day: Day) -> String {
        "\(day.day)\(day.day == 1 ? "er" : "") \(months[day.month - 1]) \(day.year)"
    }

    /// A number and its noun: singular for -1, 0 and 1, plural beyond.
    public static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
        self.number(Int64(number)) + " " + (number.magnitude < 2 ? singular : plural)
    }

    /// A unit, which is written in the plural, as it goes with a number below 2: « rapport » for
    /// « rapports », « jour par an » for « jours par an ».
    ///
    /// What follows a preposition stays as it is, and so do words whose singular is not told by their
    /// end.
    public static func singular(ofUnit unit: String) -> String {
        var isOver = false
        return unit.split(separator: " ", omittingEmptySubsequences: false).map { word in
            isOver = isOver || prepositions.contains(word.lowercased()) || word.contains("’")
            let isPlural = word.hasSuffix("s") && word.count > 2 && !invariable.contains(word)
            return isOver || !isPlural ? String(word) : String(word.dropLast())
        }.joined(separator: " ")
    }

    private static let prepositions: Set<String> = [
        "à", "au", "aux", "avec", "de", "des", "du", "en", "par", "pour", "sans", "sur",
    ]
    private static let invariable: Set<Substring> = [
        "mois", "pays", "fois", "cas", "corps", "temps", "poids", "prix", "avis",
    ]

    /// Texts one after the other: « a, b et c ».
    public static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    /// A text in guillemets.
    public static func quoted(_ text: String) -> String {
        "«" + narrowNoBreakSpace + text + narrowNoBreakSpace + "»"
    }

    /// « oui » or « non ».
    public static func boolean(_ value: Bool) -> String { value ? "oui" : "non" }

    /// A duration: « 3 ans », « 1 an et 6 mois », « 10 jours »; « 0 jour » for none.
    public static func duration(months: Int, days: Int) -> String {
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        let parts = [(years, "an", "ans"), (rest, "mois", "mois"), (days, "jour", "jours")]
            .filter { $0.0 != 0 }
        return parts.isEmpty ? "0 jour" : list(parts.map { count($0.0, $0.1, $0.2) })
    }

    /// The months, January first.
    static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]

    private static func grouped(_ digits: String) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return ([rest] + groups).joined(separator: narrowNoBreakSpace)
    }
}
