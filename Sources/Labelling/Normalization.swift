// The one place that needs Foundation: texts in Unicode normal form C.
// SPDX-License-Identifier: MIT

import Foundation

extension String {
    /// The text in Unicode normal form C, so that equal texts have equal bytes.
    package var normalized: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
