// Texts in Unicode normal form C.
// SPDX-License-Identifier: MIT

#if canImport(FoundationEssentials)
    // Foundation has this form only in its large part, with ICU, which takes longer to load than a
    // dossier to judge. The standard library compares texts in the same form; it shows that form
    // to Swift's own libraries.
    @_spi(_Unicode) import Swift
#else
    import Foundation
#endif

extension String {
    /// The text in Unicode normal form C, so that equal texts have equal bytes.
    package var normalized: String { Array(utf8).isSurelyComposed ? self : composed }

    #if canImport(FoundationEssentials)
        private var composed: String {
            var scalars = UnicodeScalarView()
            scalars.reserveCapacity(utf8.count)
            for scalar in _nfc { scalars.append(scalar) }
            return String(scalars)
        }
    #else
        private var composed: String { precomposedStringWithCanonicalMapping }
    #endif
}

extension Unicode.Scalar {
    /// Whether a text of such scalars alone is in form C: letters before the first combining mark,
    /// the spaces, dashes and quotes of typography, and currencies (`NFC_Quick_Check=Yes`, and no
    /// combining class).
    var isStableInFormC: Bool { Unicode.Scalar.isStableInFormC(value) }

    /// The same, of a scalar's number.
    static func isStableInFormC(_ value: UInt32) -> Bool {
        value < 0x300 || (0x2002...0x206F).contains(value) || (0x20A0...0x20C0).contains(value)
    }
}

extension [UInt8] {
    /// Whether it holds only letters before the first combining mark (U+0300), and the dashes,
    /// quotes and narrow space of French (U+2010 to U+203F): `NFC_Quick_Check=Yes` in Unicode.
    package var isSurelyComposed: Bool {
        var index = 0
        while index < count {
            if self[index] < 0xCC {
                index += 1
            } else if index + 2 < count, self[index] == 0xE2, self[index + 1] == 0x80,
                self[index + 2] >= 0x90
            {
                index += 3
            } else {
                return false
            }
        }
        return true
    }
}
