// Characters that a format gives a meaning, replaced by what it reads as themselves.
// SPDX-License-Identifier: MIT

extension String {
    /// The text with some scalars replaced.
    ///
    /// By scalar, never by character: what joins the scalar before it must not hide it.
    package func escaping(_ escapes: [Unicode.Scalar: String]) -> String {
        unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }
}
