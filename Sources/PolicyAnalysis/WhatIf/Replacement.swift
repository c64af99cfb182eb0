// One parameter or fact that is to be another one: « seuil_presence=15 ».
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
public import PolicyEngine

/// A parameter or a fact with the value that it is to have.
public struct Replacement: Hashable, Sendable {
    /// What is replaced, by what.
    public enum Target: Hashable, Sendable {
        /// A parameter, in every regime and on every day.
        case parameter(Constant)
        /// A fact of the dossier; without a value, it is taken away.
        case fact(FactEdit)
    }

    /// The whole replacement as it was written.
    public let text: String
    /// The parameter's name, or the fact's path, as it was written.
    public let name: String
    /// What is replaced, by what.
    public let target: Target
}

/// Why a replacement makes no sense.
public struct ReplacementFault: Error, Hashable, Sendable {
    /// The replacement as it was written.
    public let text: String
    /// What is wrong, in French: lower-case first letter, no full stop.
    public let message: String
    /// What to do; nil where nothing better than the message can be said.
    public let help: String?

    init(_ text: String, _ message: String, help: String? = nil) {
        self.text = text
        self.message = message.typeset
        self.help = help?.typeset
    }
}

/// Everything that is wrong with several replacements, in their order.
public struct ReplacementFaults: Error, Hashable, Sendable {
    /// At least one.
    public let faults: [ReplacementFault]
}
