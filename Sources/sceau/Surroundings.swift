// What the process finds around it: the clock, the terminal, its own place on the disk.
// SPDX-License-Identifier: MIT

import Labelling
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What a command asks of the process; each answer is taken once and then passed as a value.
enum Surroundings {
    /// Today in Europe/Paris: the only place where the clock is read.
    static func today() -> Day? { day(atUnixTime: time(nil)) }

    /// The day in Europe/Paris of a number of seconds since 1970-01-01T00:00:00Z.
    static func day(atUnixTime seconds: Int) -> Day? {
        // 719163 is the ordinal of 1970-01-01.
        guard seconds >= 0, let utc = Day(ordinal: 719_163 + seconds / 86_400) else { return nil }
        let minutes = seconds % 86_400 / 60
        return Day(parisDateTime: "\(utc.iso)T\(padded(minutes / 60)):\(padded(minutes % 60))Z")
    }

    /// Whether a stream is a terminal that shows colours, and the user did not refuse them.
    static func wantsColor(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty
            && environment("TERM") != "dumb"
    }

    /// Whether a stream is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The value of an environment variable.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The variables of the environment as `NAME=value`, but those whose names start in a way.
    static func variables(without start: String) -> [String] {
        var variables: [String] = []
        var place = 0
        while let text = environ[place] {
            let variable = String(cString: text)
            if !variable.hasPrefix(start) { variables.append(variable) }
            place += 1
        }
        return variables
    }

    /// The working folder.
    static func workingDirectory() -> String {
        guard let pointer = getcwd(nil, 0) else { return "." }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The path of the running executable, without symbolic links.
    static func executable() -> String? {
        #if canImport(Darwin)
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return FileAccess.resolved(
                String(decoding: buffer.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self))
        #else
            return FileAccess.resolved("/proc/self/exe")
        #endif
    }

    /// Lets a write to a closed pipe, or beyond the size that a file may have, fail instead of
    /// ending the process.
    static func letWritesFail() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Makes signals that ask the process to end wait; gives what was held before.
    ///
    /// For a step that leaves something behind when it is cut short. A mask needs no handler, and
    /// the process then ends by the signal itself. INVARIANT: the
    /// other threads let no signal in (`Threads`).
    static func holdSignals() -> sigset_t {
        var (ending, before) = (sigset_t(), sigset_t())
        sigemptyset(&ending)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] { sigaddset(&ending, signal) }
        pthread_sigmask(SIG_BLOCK, &ending, &before)
        return before
    }

    /// Lets the signals in again that were let in before, those that came in between first.
    static func release(_ held: sigset_t) {
        var before = held
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// The address of the path of the file that must not outlive the process; 0 for none.
    private static let doomed = Atomic<UInt>(0)

    /// Names the file that a signal that ends the process is to remove, or none.
    static func whenEndedRemove(_ path: String?) {
        let address = path.flatMap { strdup($0) }.map { UInt(bitPattern: $0) }
        let former = doomed.exchange(address ?? 0, ordering: .sequentiallyConsistent)
        free(UnsafeMutableRawPointer(bitPattern: former))
        guard path != nil else { return }
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
            let before = signal(number) { number in
                // Only what POSIX allows in a handler; the signal then ends the process as ever.
                let address = Surroundings.doomed.load(ordering: .sequentiallyConsistent)
                if let path = UnsafePointer<CChar>(bitPattern: address) { unlink(path) }
                signal(number, SIG_DFL)
                raise(number)
            }
            // Whoever started the tool may want it to live on (`nohup`).
            if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
    }

    /// How many processors the machine has; at least one.
    static func processors() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Ends the process, and with it all that its caller holds.
    ///
    /// It does not say that it never returns: the compiler would give back first, block by block, what
    /// no one needs any more.
    @inline(never) static func end(with status: Int32) { exit(status) }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
