// Where results and remarks go.
// SPDX-License-Identifier: MIT

/// The two streams: results on standard output, everything else on standard error.
enum Console {
    /// Writes a result to a file, or to standard output when none is named.
    ///
    /// A reader that went away is no fault: the run ends with the status it has. A standard output
    /// that was closed from the start is one, which goes without saying.
    static func publish(_ result: String, to file: String?) throws {
        do {
            guard let file else {
                return try FileAccess.send(result, to: 1, path: "sortie standard")
            }
            try FileAccess.replace(file, with: result)
        } catch {
            if file == nil && error.isBrokenPipe { return }
            if file == nil && error.isClosedStream { throw ExitStatus.fileAccess }
            throw error.failure
        }
    }

    /// Writes a remark or a fault to standard error; a closed stream swallows it.
    static func remark(_ text: String) {
        do { try FileAccess.send(text, to: 2, path: "") } catch {}
    }
}
