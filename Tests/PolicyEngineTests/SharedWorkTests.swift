// Shared work gives what one alone would give.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import PolicyEngine

struct SharedWorkTests {
    @Test func `results come in the order of the elements, once each, with a helper and without`() {
        let calls = Atomic(0)
        let work = { @Sendable (number: Int) -> Int in
            calls.add(1, ordering: .relaxed)
            return number * number
        }

        let alone = SharedWork([3, 1, 4, 1, 5], work: work).results(aside: nil)
        let helped = SharedWork([3, 1, 4, 1, 5], work: work).results { body in
            Thread.detachNewThread(body)
            return true
        }

        #expect(alone == [9, 1, 16, 1, 25])
        #expect(helped == alone)
        #expect(calls.load(ordering: .relaxed) == 10)
    }

    @Test func `what a helper has in hand is waited for`() {
        // The first to come waits until the other has an element too.
        let both = DispatchSemaphore(value: 0)
        let other = DispatchSemaphore(value: 0)

        let results = SharedWork([1, 2]) { number in
            if number == 1 {
                other.signal()
                both.wait()
            } else {
                other.wait()
                both.signal()
            }
            return number
        }.results { body in
            Thread.detachNewThread(body)
            return true
        }

        #expect(results == [1, 2])
    }

    @Test func `a helper that comes too late, or never, changes nothing`() {
        let late = Mutex<(@Sendable () -> Void)?>(nil)

        let results = SharedWork([1, 2, 3]) { $0 + 1 }.results { body in
            late.withLock { $0 = body }
            return true
        }
        late.withLock { $0 }?()
        let refused = SharedWork([1, 2, 3]) { $0 + 1 }.results { _ in false }

        #expect(results == [2, 3, 4])
        #expect(refused == [2, 3, 4])
    }

    @Test func `a policy has the same faults whoever checks its regimes`() throws {
        let shipped = try ShippedFiles.policySource()
        let faulty = PolicySource(
            files: shipped.files.map { file in
                guard file.path.hasSuffix("/regime.lua") else { return file }
                return SourceText(
                    path: file.path, bytes: file.bytes + Array("\nlocal vain = inconnu\n".utf8))
            })

        let alone = #expect(throws: DiagnosticsError.self) { try Policy.load(faulty) }
        let helped = #expect(throws: DiagnosticsError.self) {
            try Policy.load(faulty) { body in
                Thread.detachNewThread(body)
                return true
            }
        }

        #expect(try #require(alone).diagnostics.count >= 6)
        #expect(helped?.diagnostics == alone?.diagnostics)
    }
}
