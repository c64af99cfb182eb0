// What stands in a policies folder under a name.
// SPDX-License-Identifier: MIT

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a path leads to.
package struct FolderEntry {
    /// The kinds that reading a folder tells apart.
    package enum Kind {
        case folder, file, link, other
    }

    /// Looks at a path and not at what a link leads to; nil when nothing can be seen there.
    package typealias Look = (_ path: String) -> (kind: Kind, size: Int?)?

    /// The path without links.
    let place: String
    /// What stands there; never a link.
    let kind: Kind
    /// Its bytes, where the system tells.
    let size: Int?

    /// What stands under a name in a folder whose own path has no links; nil when it is a link to
    /// nothing or cannot be looked at.
    init?(at path: String, by look: Look) {
        guard let entry = FolderEntry(itself: path, by: look) else { return nil }
        if entry.kind == .link { self.init(following: path, by: look) } else { self = entry }
    }

    /// What a path leads to through links; nil when it leads to nothing.
    init?(following path: String, by look: Look) {
        guard let entry = FolderEntry(itself: FolderEntry.resolved(path), by: look),
            entry.kind != .link
        else { return nil }
        self = entry
    }

    private init?(itself path: String, by look: Look) {
        guard let (kind, size) = look(path) else { return nil }
        (place, self.kind, self.size) = (path, kind, size)
    }

    static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    /// Looks through Foundation, which also asks for the names of each owner.
    package static func byAttributes(_ path: String) -> (kind: Kind, size: Int?)? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let type = attributes[.type] as? FileAttributeType
        else { return nil }
        let kind: Kind =
            switch type {
            case .typeDirectory: .folder
            case .typeRegular: .file
            case .typeSymbolicLink: .link
            default: .other
            }
        return (kind, (attributes[.size] as? UInt).map { Int(clamping: $0) })
    }
}
