// Threads of the command line, and how they hand things over.
// SPDX-License-Identifier: MIT

import CThreads
import Dispatch
import PolicyEngine
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Starts threads.
enum Threads {
    /// As much stack as the first thread has on Linux: JSON and Lua nest deeply.
    private static let stackBytes = 8 << 20

    /// What a thread is to run, as an object whose address goes through C.
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs a closure on a thread of its own; false when the system gives no more threads.
    ///
    /// Signals that ask the process to end are left to the first thread.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        threads_begin_elsewhere(&attributes)
        // A new thread takes over the mask of the one that starts it.
        let held = Surroundings.holdSignals()
        defer { Surroundings.release(held) }
        let body = Unmanaged.passRetained(
            Body {
                threads_go_anywhere()
                run()
            })
        guard create(&attributes, body.toOpaque()) == 0 else {
            body.release()
            return false
        }
        return true
    }

    #if canImport(Darwin)
        private static func create(
            _ attributes: inout pthread_attr_t, _ body: UnsafeMutableRawPointer
        ) -> Int32 {
            var thread: pthread_t?
            return pthread_create(
                &thread, &attributes,
                { body in
                    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
                    return nil
                }, body)
        }
    #else
        private static func create(
            _ attributes: inout pthread_attr_t, _ body: UnsafeMutableRawPointer
        ) -> Int32 {
            var thread = pthread_t()
            return pthread_create(
                &thread, &attributes,
                { body in
                    if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
                    return nil
                }, body)
        }
    #endif
}

/// A thread that runs one closure after the other, in the order in which they are given.
///
/// A run on one dossier has several small things to share: a thread for each would cost more.
final class HelperThread: Sendable {
    private let tasks = Mailbox<(@Sendable () -> Void)?>()

    private init() {}

    deinit { tasks.send(nil) }

    /// Starts it; nil when the system gives no more threads.
    static func started() -> HelperThread? {
        let helper = HelperThread()
        let isStarted = Threads.start { [tasks = helper.tasks] in
            while let task = tasks.receive() { task() }
        }
        return isStarted ? helper : nil
    }

    /// Runs a closure once those before it are done.
    func run(_ task: @escaping @Sendable () -> Void) { tasks.send(task) }

    /// What the engine shares its work by.
    var starter: ThreadStarter {
        { task in
            self.run(task)
            return true
        }
    }
}

/// Messages from some threads to others, the oldest first.
final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    /// Leaves a message.
    func send(_ message: Message) {
        messages.withLock { $0.append(message) }
        arrivals.signal()
    }

    /// Takes a message, waiting until there is one.
    func receive() -> Message {
        arrivals.wait()
        return messages.withLock { $0.removeFirst() }
    }
}
