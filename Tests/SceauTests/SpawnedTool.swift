// The built tool as a process that takes signals.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// A run whose signals are those of a terminal, whatever the thread that starts it blocks.
///
/// Foundation's `Process` hands down the mask of a thread of its own, under which nothing arrives.
final class SpawnedTool {
    private let child: pid_t

    /// Starts the tool, what it says going to a file.
    init(_ arguments: [String], errors: URL) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(
            &actions, 2, errors.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let tool = Repository.binaries.appending(path: "sceau").path
        var words = ([tool] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        try #require(posix_spawn(&child, tool, &actions, &attributes, &words, environ) == 0)
        self.child = child
    }

    /// Whether it has not ended yet.
    var isRunning: Bool {
        var state = siginfo_t()
        waitid(P_PID, id_t(child), &state, WEXITED | WNOHANG | WNOWAIT)
        return state.si_code == 0
    }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(child, signal) }

    /// Stops it where it stands, unless it ends first.
    func stop() {
        send(SIGSTOP)
        var state = siginfo_t()
        waitid(P_PID, id_t(child), &state, WSTOPPED | WEXITED | WNOWAIT)
    }

    /// Waits for the end, and gives the status of `waitpid`: that of an exit, or a signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return status
    }

    /// Waits for the end, and gives what it took besides the status.
    func waitForUsage() -> (status: Int32, usage: rusage) {
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        return (status, usage)
    }
}
