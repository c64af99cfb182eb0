// A value that is made while other work goes on.
// SPDX-License-Identifier: MIT

import Dispatch
import Synchronization

/// Makes a value on a thread of the system's, for whoever asks for it later.
final class Meanwhile<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// Starts to make a value.
    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        DispatchQueue.global().async { _ = self.value }
    }

    /// The value, once it is made: here, when the system has not found a thread yet.
    var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
