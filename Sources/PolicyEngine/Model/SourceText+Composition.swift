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
        // No scalar below U+0300, whose first byte is 0xCC, has another form.
        guard bytes.contains(where: { $0 >= 0xCC }),
            let text = String(validating: bytes, as: UTF8.self)
        else { return self }
        let composed = Array(text.normalized.utf8)
        return composed == bytes ? self : SourceText(path: path, bytes: composed)
    }
}
