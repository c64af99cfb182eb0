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

    /// The path without links.
    let place: String
    /// What stands there; never a link.
    let kind: Kind
    /// Its bytes, where the system tells.
    let size: Int?

    /// What stands under a name in a folder whose own path has no links; nil when it is a link to
    /// nothing or cannot be looked at.
    init?(at path: String, by access: FolderAccess) {
        guard let entry = FolderEntry(itself: path, by: access) else { return nil }
        if entry.kind == .link { self.init(following: path, by: access) } else { self = entry }
    }

    /// What a path leads to through links; nil when it leads to nothing.
    init?(following path: String, by access: FolderAccess) {
        guard let target = access.target(path),
            let entry = FolderEntry(itself: target, by: access), entry.kind != .link
        else { return nil }
        self = entry
    }

    private init?(itself path: String, by access: FolderAccess) {
        guard let (kind, size) = access.look(path) else { return nil }
        (place, self.kind, self.size) = (path, kind, size)
    }
}

/// How a policies folder is reached on the disk: what each question gives is nil where the system
/// does not answer it.
package struct FolderAccess: Sendable {
    /// What stands at a path itself, and not what a link leads to.
    package let look: @Sendable (_ path: String) -> (kind: FolderEntry.Kind, size: Int?)?
    /// The path that a path leads to, without links.
    package let target: @Sendable (_ path: String) -> String?
    /// The names in a folder, in any order; hidden ones may be left out.
    package let names: @Sendable (_ path: String) -> [String]?
    /// The bytes of a file.
    package let bytes: @Sendable (_ path: String) -> [UInt8]?

    /// Gathers the answers.
    package init(
        look: @escaping @Sendable (_ path: String) -> (kind: FolderEntry.Kind, size: Int?)?,
        target: @escaping @Sendable (_ path: String) -> String?,
        names: @escaping @Sendable (_ path: String) -> [String]?,
        bytes: @escaping @Sendable (_ path: String) -> [UInt8]?
    ) {
        (self.look, self.target, self.names, self.bytes) = (look, target, names, bytes)
    }

    /// Through Foundation, which also asks for the names of each owner.
    package static let foundation = FolderAccess(
        look: attributes, target: resolved,
        names: { try? FileManager.default.contentsOfDirectory(atPath: $0) },
        bytes: { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } })

    /// The path without links; as far as it goes where it leads to nothing.
    static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    private static func attributes(_ path: String) -> (kind: FolderEntry.Kind, size: Int?)? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let type = attributes[.type] as? FileAttributeType
        else { return nil }
        let kind: FolderEntry.Kind =
            switch type {
            case .typeDirectory: .folder
            case .typeRegular: .file
            case .typeSymbolicLink: .link
            default: .other
            }
        return (kind, (attributes[.size] as? UInt).map { Int(clamping: $0) })
    }
}
