// The values of Lua's libraries that a policy may read.
// SPDX-License-Identifier: MIT

/// A value of a library that is no function.
package struct LibraryConstant: Sendable {
    /// Its dotted name.
    package let name: String
    /// What it is, in French.
    package let summary: String
    /// Its type.
    let type: PolicyType

    private init(_ name: String, _ summary: String, _ type: PolicyType) {
        self.name = name
        self.summary = summary
        self.type = type
    }

    /// The constant of a name, if any.
    static func named(_ name: String) -> LibraryConstant? { all.first { $0.name == name } }

    /// Every constant, in the order of the reference.
    package static let all = [
        LibraryConstant("math.huge", "plus grand que tout nombre", .number(.float)),
        LibraryConstant("math.pi", "le nombre π", .number(.float)),
        LibraryConstant("math.maxinteger", "le plus grand entier", .number(.integer)),
        LibraryConstant("math.mininteger", "le plus petit entier", .number(.integer)),
        LibraryConstant(
            "utf8.charpattern", "le modèle d’un caractère, pour « string.gmatch »", .text(.free)),
    ]
}
