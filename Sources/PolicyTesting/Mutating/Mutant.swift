// One small change of a policy that its tests should notice.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import PolicyEngine

/// A policy with one change in one file.
public struct Mutant: Hashable, Sendable {
    /// What kind of change it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A rule is taken away.
        case deletion = "règle retirée"
        /// A number or a day moves by one.
        case threshold = "seuil déplacé"
        /// A comparison or a connective is turned.
        case comparison = "comparaison retournée"
    }

    /// What kind of change it is.
    public let kind: Kind
    /// The rule or the parameter that it changes, by folder and name.
    public let owner: String
    /// What is changed, as a reader sees it: `< → <=`.
    public let change: String
    /// The file.
    public let file: String
    /// The bytes that are replaced.
    public let range: SourceRange
    /// What stands in their place.
    public let replacement: String
    /// The line of the change, from 1.
    public let line: Int
    /// The expression around the change, each stretch of blank space as one space.
    public let context: String
    /// How many mutants before it would have the same name: `x > 1 or y > 1` holds `> → >=` twice.
    public let twin: Int

    /// Its name, stable while its rule does not change: « expe-ct/EXP-04 : >= → > dans … ».
    public var name: String {
        "\(owner) : \(change) dans \(context)" + (twin == 0 ? "" : ", occurrence \(twin + 1)")
    }

    /// The policy with the change.
    public func applied(to source: PolicySource) -> PolicySource {
        PolicySource(
            files: source.files.map { file in
                guard file.path == self.file else { return file }
                var bytes = file.bytes
                bytes.replaceSubrange(range, with: Array(replacement.utf8))
                return SourceText(path: file.path, bytes: bytes)
            })
    }
}
