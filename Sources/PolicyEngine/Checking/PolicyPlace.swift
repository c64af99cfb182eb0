// A stretch of one of a regime's files.
// SPDX-License-Identifier: MIT

package import Diagnostics

/// A range of bytes in a file of a regime.
package struct PolicyPlace: Hashable, Sendable {
    /// The file's index in `Regime.files`.
    package let file: Int
    /// The bytes.
    package let range: SourceRange
}
