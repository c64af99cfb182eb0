// Work that two threads share.
// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization

/// Starts a closure on another thread; false when there is none for it.
public typealias Aside = @Sendable (@escaping @Sendable () -> Void) -> Bool

/// Elements that are worked on one by one, by whoever is free.
final class SharedWork<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let work: @Sendable (Element) -> Result
    private let board: Mutex<Board>
    private let helperIsDone = DispatchSemaphore(value: 0)

    /// What is done so far.
    private struct Board {
        var next = 0
        var results: [Result?]
    }

    /// Prepares the work on some elements.
    init(_ elements: [Element], work: @escaping @Sendable (Element) -> Result) {
        self.elements = elements
        self.work = work
        board = Mutex(Board(results: Array(repeating: nil, count: elements.count)))
    }

    /// Does the work, with a helper where there is one.
    ///
    /// - Returns: the results in the order of the elements, the same with a helper and without.
    func results(aside: Aside?) -> [Result] {
        let isHelped =
            elements.count > 1
            && aside?({
                self.takePart()
                self.helperIsDone.signal()
            }) == true
        takePart()
        let done = board.withLock { $0.results.compactMap(\.self) }
        // A helper that came too late has nothing in hand.
        guard isHelped, done.count < elements.count else { return done }
        helperIsDone.wait()
        return board.withLock { $0.results.compactMap(\.self) }
    }

    private func takePart() {
        while let index = claimed() {
            let result = work(elements[index])
            board.withLock { $0.results[index] = result }
        }
    }

    private func claimed() -> Int? {
        board.withLock { board in
            guard board.next < board.results.count else { return nil }
            defer { board.next += 1 }
            return board.next
        }
    }
}
