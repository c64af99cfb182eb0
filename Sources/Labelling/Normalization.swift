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
    /// and the dashes, quotes and narrow space of French (Unicode, `NFC_Quick_Check=Yes`).
    fileprivate var isStableInFormC: Bool { value < 0x300 || (0x2010...0x203F).contains(value) }
}
