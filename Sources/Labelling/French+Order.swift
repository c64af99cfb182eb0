// The order of French names: letters first, whatever their accents and capitals.
// SPDX-License-Identifier: MIT

extension French {
    /// Names in the order of a French index.
    ///
    /// Accents, capitals, hyphens and apostrophes do not count, « œ » counts as « oe », and a space
    /// comes before every letter; names that differ in nothing else are in order of code points.
    /// The order needs no library of the system, so that it is the same on every machine.
    ///
    /// ```swift
    /// French.ordered(["Éthiopie", "Estonie"])  // ["Estonie", "Éthiopie"]
    /// ```
    public static func ordered(_ names: [String]) -> [String] { ordered(names) { $0 } }

    /// Things in the order of their French names; those of the same name keep their order.
    public static func ordered<Thing>(_ things: [Thing], by name: (Thing) -> String) -> [Thing] {
        let keys = things.map { OrderKey(name($0)) }
        let order = things.indices.sorted { left, right in
            keys[left] == keys[right] ? left < right : keys[left] < keys[right]
        }
        return order.map { things[$0] }
    }

    /// What a name is sorted by.
    private struct OrderKey: Comparable {
        let letters: [UInt32]
        let scalars: [UInt32]

        init(_ name: String) {
            let scalars = Array(name.unicodeScalars)
            letters = scalars.flatMap { scalar in French.letters(of: scalar) }
            self.scalars = scalars.map(\.value)
        }

        static func < (left: OrderKey, right: OrderKey) -> Bool {
            left.letters == right.letters
                ? left.scalars.lexicographicallyPrecedes(right.scalars)
                : left.letters.lexicographicallyPrecedes(right.letters)
        }
    }

    /// The letters that a scalar counts as, none for a mark that does not count.
    private static func letters(of scalar: Unicode.Scalar) -> [UInt32] {
        switch scalar {
        case "A"..."Z": [scalar.value + 0x20]
        // Accents that stand apart, soft hyphens, hyphens and apostrophes.
        case "\u{300}"..."\u{36F}", "\u{AD}", "-", "\u{2010}", "\u{2011}", "'", "’", "\u{2BC}": []
        // Spaces that do not break.
        case "\u{A0}", "\u{202F}", "\u{2009}": [0x20]
        default: plainLetters[scalar] ?? [scalar.value]
        }
    }

    private static let plainLetters: [Unicode.Scalar: [UInt32]] = {
        let accented: KeyValuePairs<String, String> = [
            "a": "àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "ae": "æÆ", "c": "çćĉċčÇĆĈĊČ", "d": "ðďđÐĎĐ",
            "e": "èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "g": "ĝğġģĜĞĠĢ", "h": "ĥħĤĦ", "i": "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ",
            "j": "ĵĴ", "k": "ķĶ", "l": "ĺļľłĹĻĽŁ", "n": "ñńņňÑŃŅŇ", "o": "òóôõöøōŏőÒÓÔÕÖØŌŎŐ",
            "oe": "œŒ", "r": "ŕŗřŔŖŘ", "s": "śŝşšșŚŜŞŠȘ", "ss": "ßẞ", "t": "ţťŧțŢŤŦȚ",
            "th": "þÞ", "u": "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "w": "ŵŴ", "y": "ýÿŷÝŸŶ", "z": "źżžŹŻŽ",
        ]
        var letters: [Unicode.Scalar: [UInt32]] = [:]
        for (plain, scalars) in accented {
            for scalar in scalars.unicodeScalars {
                letters[scalar] = plain.unicodeScalars.map(\.value)
            }
        }
        return letters
    }()
}
