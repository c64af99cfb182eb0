// The one place that needs Foundation: texts in Unicode normal form C.
// SPDX-License-Identifier: MIT

import Foundation

extension String {
    /// The text in Unicode normal form C, so that equal texts have equal bytes.
    package var normalized: String {
        unicodeScalars.allSatisfy(\.isStableInFormC) ? self : precomposedStringWithCanonicalMapping
    }
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
