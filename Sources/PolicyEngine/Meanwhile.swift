// A value that is made while other work goes on.
// SPDX-License-Identifier: MIT

import Synchronization

/// Makes a value on a second thread, for whoever asks for it later.
final class Meanwhile<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// Starts to make a value; without a thread, it is made when it is asked for.
    init(on start: ThreadStarter?, _ make: @escaping @Sendable () -> Value) {
        self.make = make
        _ = start?({ _ = self.value })
    }

    /// The value, made once.
    var value: Value {
        made.withLock { made in
            let value = made ?? make()
            made = value
            return value
        }
    }
}
