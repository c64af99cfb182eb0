// What a property looks at in verdicts, and how it must follow what varies.
// SPDX-License-Identifier: MIT

/// A result of a verdict that a property compares.
public enum WatchedResult: Hashable, Sendable {
    /// The opinions on the dossier and on each expertise.
    case avis
    /// The least points that the dossier gets.
    case points
    /// The most.
    case pointsMax
    /// The first days of labels.
    case firstDays
    /// Their last days.
    case lastDays
    /// The rules that give them.
    case validityRules
    /// The flags that are raised.
    case flags
    /// The missing pieces.
    case missing
    /// What a rule comes to, by its identifier.
    case outcome(String)
    /// What a calcul gives, by its `nom`.
    case value(String)

    /// Whether it is about the days of labels.
    var isOfLabels: Bool {
        switch self {
        case .firstDays, .lastDays, .validityRules: true
        default: false
        }
    }
}

/// How a result must follow what varies, from each value to every later one.
public enum Trend: Sendable {
    /// It stays the same.
    case constant
    /// It never gets worse, fewer or earlier.
    case rising
    /// It never gets better, more or later.
    case falling
}
