// Work that the processors share gives what it would give in one go.
// SPDX-License-Identifier: MIT

import Synchronization
import Testing

@testable import PolicyEngine

struct ConcurrentWorkTests {
    @Test(arguments: [0, 1, 2, 100])
    func `results stand in the order of the elements`(count: Int) {
        let numbers = Array(0..<count)

        let squares = numbers.mapConcurrently { $0 * $0 }

        #expect(squares == numbers.map { $0 * $0 })
    }

    @Test func `a value that is made meanwhile is made once`() {
        let times = Mutex(0)
        let meanwhile = Meanwhile {
            times.withLock { times in
                times += 1
                return times
            }
        }

        let values = (0..<100).map { $0 }.mapConcurrently { _ in meanwhile.value }

        #expect(values == Array(repeating: 1, count: 100))
    }
}
