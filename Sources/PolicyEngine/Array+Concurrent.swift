// Work that the processors share.
// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a function gives for each element, in order; several elements are worked on at a time.
    ///
    /// The system's threads do it, which have as much stack as the first one on Linux.
    func mapConcurrently<Result: Sendable>(
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let results = Mutex([Int: Result](minimumCapacity: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = transform(self[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { results in indices.compactMap { results[$0] } }
    }
}
