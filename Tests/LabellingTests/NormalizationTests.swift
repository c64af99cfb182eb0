// Texts that are taken to be in form C without asking Foundation are.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import Testing

struct NormalizationTests {
    @Test func `every character below U+3000 is left as Foundation leaves it, alone and after e`() {
        let scalars = (1..<0x3000 as Range<UInt32>).compactMap(Unicode.Scalar.init)

        let changed = scalars.filter { scalar in
            [String(scalar), "e\(scalar)"].contains { text in
                Array(text.normalized.utf8)
                    != Array(text.precomposedStringWithCanonicalMapping.utf8)
            }
        }

        #expect(changed == [])
    }
}
