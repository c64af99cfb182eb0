// Paths of policy files as the readers of a report look for them.
// SPDX-License-Identifier: MIT

/// Finds the files of a policies folder from the working folder, which is the root of a
/// repository where a report is made for its host.
struct ReportPaths: Hashable {
    /// Relative where the policies lie in the working folder, absolute elsewhere; empty when they
    /// are the working folder itself.
    private let folder: String

    /// Places a policies folder, as the user named it or as it was found.
    init(policies: String, workingDirectory: String) {
        let root = ReportPaths.steps(of: workingDirectory)
        let isAbsolute = policies.hasPrefix("/")
        let steps = ReportPaths.steps(of: isAbsolute ? policies : workingDirectory + "/" + policies)
        folder =
            steps.starts(with: root)
            ? steps.dropFirst(root.count).joined(separator: "/")
            : "/" + steps.joined(separator: "/")
    }

    /// The path of a file, given from the policies folder.
    func path(of file: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + file : folder + "/" + file
    }

    /// The path as a reference of RFC 3986: relative, or `file:` where it is absolute.
    func uri(of file: String) -> String {
        let path = path(of: file)
        return (path.hasPrefix("/") ? "file://" : "") + path.percentEncoded
    }

    /// Whether paths start at the working folder.
    var areRelative: Bool { !folder.hasPrefix("/") }

    /// The names in an absolute path; `.` and `..` are worked out by name, links not followed.
    private static func steps(of path: String) -> [Substring] {
        path.split(separator: "/").reduce(into: []) { steps, step in
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
    }
}

extension String {
    /// The text with each byte but those that RFC 3986 leaves unreserved, and `/`, as `%` and two
    /// hexadecimal digits.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            if isLetter || ("0"..."9").contains(scalar) || "-._~/".unicodeScalars.contains(scalar) {
                return String(scalar)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
