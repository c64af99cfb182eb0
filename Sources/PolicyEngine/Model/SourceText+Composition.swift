// Texts of policies in the Unicode form in which dossiers are read.
// SPDX-License-Identifier: MIT

package import Diagnostics
import Labelling

extension SourceText {
    /// The same text with each accent on its letter (normal form C), as facts have them: a text
    /// typed on another system would never equal one.
    ///
    /// Columns count the characters of this form. What is no UTF-8 stays as it is.
    package var composed: SourceText {
        guard !bytes.isSurelyComposed, let text = String(validating: bytes, as: UTF8.self) else {
            return self
        }
        let composed = Array(text.normalized.utf8)
        return composed == bytes ? self : SourceText(path: path, bytes: composed)
    }
}
