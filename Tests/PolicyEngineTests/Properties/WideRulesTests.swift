// The wide policy is a good one: nothing in it is refused or doubtful by mistake.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct WideRulesTests {
    @Test
    func `a policy that uses the whole language is accepted`() {
        let found = Policy.check(WideRules.source)

        #expect(found.map(\.message) == [])
    }

    @Test(arguments: Builtin.all.map(\.name) + LibraryConstant.all.map(\.name))
    func `every function and constant is in the wide policy`(name: String) {
        let words = WideRules.source.files.flatMap { file in
            file.text(in: 0..<file.bytes.count).split {
                !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".")
            }
        }

        #expect(words.contains { $0 == name })
    }
}
