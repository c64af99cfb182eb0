// Work that a second thread shares.
// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization

/// Runs a closure on another thread, perhaps after others; false when there is none, and then never.
///
/// The thread needs as much stack as the first one has: texts and trees nest deeply.
public typealias ThreadStarter = @Sendable (_ run: @escaping @Sendable () -> Void) -> Bool

extension Array where Element: Sendable {
    /// What a function gives for each element, in order; nil for no second thread.
    func map<Result: Sendable>(
        sharedBy start: ThreadStarter?, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard let start, count > 1 else { return map(transform) }
        let work = SharedWork(self, transform)
        _ = start { work.run() }
        return work.results()
    }
}

/// Elements that each thread takes as it is free.
private final class SharedWork<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let transform: @Sendable (Element) -> Result
    private let taken = Atomic(0)
    private let made = Mutex<[Int: Result]>([:])
    private let arrivals = DispatchSemaphore(value: 0)

    init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
        self.elements = elements
        self.transform = transform
    }

    /// Works until nothing is left to take.
    func run() {
        while true {
            let index = taken.add(1, ordering: .relaxed).oldValue
            guard index < elements.count else { return }
            let result = transform(elements[index])
            made.withLock { $0[index] = result }
            arrivals.signal()
        }
    }

    /// Works as well, and gives all results once they are there.
    func results() -> [Result] {
        run()
        for _ in elements { arrivals.wait() }
        return made.withLock { made in elements.indices.compactMap { made[$0] } }
    }
}
