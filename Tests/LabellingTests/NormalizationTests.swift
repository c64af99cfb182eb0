// Unicode normal form C, against Foundation's.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Labelling

struct NormalizationTests {
    @Test func `each scalar takes the form that Foundation gives it`() {
        let scalars = (0...UInt32(0x10FFFF)).compactMap(Unicode.Scalar.init).map { String($0) }

        let different = scalars.filter { text in
            !text.normalized.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8)
        }

        #expect(different.isEmpty)
    }

    /// Marks of Unicode's blocks for Latin, Greek and Cyrillic: Foundation knows them all.
    @Test func `letters with several marks take the form that Foundation gives them`() {
        var random = Steps(state: 2020)
        let texts = (0..<20_000).map { _ in
            let letter = 0x41 + random.next(below: 0x4C0)
            let marks = (0..<random.next(below: 4)).map { _ in 0x300 + random.next(below: 0x46) }
            let values = [letter] + marks + [0x61 + random.next(below: 26)]
            return String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
        }

        let different = texts.filter { text in
            !text.normalized.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8)
        }

        #expect(different.isEmpty)
    }

    @Test func `marks stand in the order of their classes`() {
        #expect("q\u{307}\u{323}".normalized.utf8.elementsEqual("q\u{323}\u{307}".utf8))
        #expect("\u{1100}\u{1161}\u{11A8}".normalized.utf8.elementsEqual("각".utf8))
        #expect("« l’été – 5\u{202F}% »".normalized == "« l’été – 5\u{202F}% »")
    }

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

    /// Numbers that are the same in each run.
    private struct Steps {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }
}
