// Loading a policies folder into regimes.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct PolicyLoaderTests {
    @Test func `an empty folder has no regime`() throws {
        let source = PolicySource(files: [])

        let regimes = try PolicyLoader.load(source)

        #expect(regimes.isEmpty)
    }
}
