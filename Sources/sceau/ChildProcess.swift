// Another program of the system, run to its end: only `git`, to read a policy at a revision.
// SPDX-License-Identifier: MIT

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Runs a program without a shell: its words are given to it as they stand.
enum ChildProcess {
    /// What a program left.
    struct Ended {
        /// Its exit status; nil when a signal ended it.
        let status: Int32?
        /// What it wrote to standard output; what it says on standard error is dropped.
        let output: [UInt8]
    }

    /// Runs a program that `PATH` finds; nothing is written to it.
    ///
    /// - Parameters:
    ///   - words: the program and its arguments.
    ///   - unset: the start of the names of variables that it does not inherit.
    /// - Returns: how it ended and all that it wrote.
    /// - Throws: when it cannot be started or read.
    static func run(_ words: [String], without unset: String) throws(FileError) -> Ended {
        let name = words.first ?? ""
        var pipes: [Int32] = [-1, -1]
        guard pipe(&pipes) == 0 else { throw FileError(name) }
        let reading = FileAccess.beyondStandardStreams(pipes[0])
        let writing = FileAccess.beyondStandardStreams(pipes[1])
        // No other program is started meanwhile that could inherit the end that is read.
        _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
        _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
        let child: pid_t
        do throws(FileError) {
            child = try start(words, output: writing, without: unset)
        } catch {
            close(reading)
            close(writing)
            throw error
        }
        close(writing)
        defer { close(reading) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = FileAccess.receive(from: reading, into: &buffer)
            if count < 0 && FileAccess.mayGoOn(reading, for: POLLIN) { continue }
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        // The low bits tell the signal, the next ones the exit status.
        return Ended(status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil, output: output)
    }

    private static func start(
        _ words: [String], output: Int32, without unset: String
    ) throws(FileError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // We let writes fail; another program expects to be ended.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments = words.map { strdup($0) } + [nil]
        var variables = Surroundings.variables(without: unset).map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        let fault = posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &variables)
        guard fault == 0 else { throw FileError(words[0], .system(fault)) }
        return child
    }
}
