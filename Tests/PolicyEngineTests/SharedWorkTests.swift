// Work that a second thread shares gives what it would give in one go.
// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization
import Testing

@testable import PolicyEngine

struct SharedWorkTests {
    /// What the system gives who asks for a thread.
    enum Threads: CaseIterable {
        case noneAskedFor, none, late, started

        var starter: ThreadStarter? {
            switch self {
            case .noneAskedFor: return nil
            case .none: return { _ in false }
            case .late:
                return { run in
                    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(1), execute: run)
                    return true
                }
            case .started:
                return { run in
                    DispatchQueue.global().async(execute: run)
                    return true
                }
            }
        }
    }

    @Test(arguments: Threads.allCases, [0, 1, 2, 100])
    func `results stand in the order of the elements`(threads: Threads, count: Int) {
        let numbers = Array(0..<count)

        let squares = numbers.map(sharedBy: threads.starter) { $0 * $0 }

        #expect(squares == numbers.map { $0 * $0 })
    }

    @Test(arguments: Threads.allCases)
    func `a value that is made meanwhile is made once`(threads: Threads) {
        let times = Mutex(0)
        let meanwhile = Meanwhile(on: threads.starter) {
            times.withLock { times in
                times += 1
                return times
            }
        }

        let values = [meanwhile.value, meanwhile.value]

        #expect(values == [1, 1])
    }
}
