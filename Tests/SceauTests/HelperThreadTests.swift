// Threads that share work: in order, and on any processor.
// SPDX-License-Identifier: MIT

import Dispatch
import Foundation
import Synchronization
import Testing

@testable import sceau

struct HelperThreadTests {
    @Test func `closures run one after the other, in the order in which they were given`() throws {
        let helper = try #require(HelperThread.started())
        let seen = Mutex<[Int]>([])
        let done = DispatchSemaphore(value: 0)

        for number in 1...100 {
            #expect(helper.starter { seen.withLock { $0.append(number) } })
        }
        helper.run { done.signal() }
        done.wait()

        #expect(seen.withLock(\.self) == Array(1...100))
    }

    @Test func `what was given before nobody needs the helper any more is still done`() throws {
        let done = DispatchSemaphore(value: 0)

        try #require(HelperThread.started()).run { done.signal() }

        done.wait()
    }

    #if os(Linux)
        @Test func `a thread may go where the first one may, whichever it began on`() throws {
            let found = Mutex<String?>(nil)
            let done = DispatchSemaphore(value: 0)

            let isStarted = Threads.start {
                found.withLock { $0 = HelperThreadTests.processors(of: "thread-self") }
                done.signal()
            }

            try #require(isStarted)
            done.wait()
            let all = try #require(HelperThreadTests.processors(of: "self"))
            #expect(found.withLock(\.self) == all)
        }

        /// The processors that Linux may give a thread.
        private static func processors(of task: String) -> String? {
            let status = try? String(contentsOfFile: "/proc/\(task)/status", encoding: .utf8)
            return status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
                .map(String.init)
        }
    #endif
}
