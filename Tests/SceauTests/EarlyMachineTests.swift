// A machine that is made early is one worker's.
// SPDX-License-Identifier: MIT

import PolicyEngine
import Testing

@testable import sceau

struct EarlyMachineTests {
    @Test func `the first who takes it gets the machine, the others none`() throws {
        let helper = try #require(HelperThread.started())
        let early = EarlyMachine.started(on: helper)

        let taken = (1...3).map { _ in isThere(early.take()) }

        #expect(taken == [true, false, false])
    }

    private func isThere(_ machine: consuming ReadyMachine?) -> Bool {
        switch machine {
        case .some: true
        case .none: false
        }
    }
}
