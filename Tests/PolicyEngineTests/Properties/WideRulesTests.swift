// The wide policy is a good one: nothing in it is refused or doubtful by mistake.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct WideRulesTests {
    @Test
    func `a policy that uses the whole language is accepted`() {
        let found = Policy.check(WideRules.source)

        #expect(found.map(\.message) == [])
    }
}
