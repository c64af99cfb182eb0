// What a policy holds that can never serve.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// Gaps and dead parts of a policy, regime by regime.
public struct CompletenessReport: Sendable {
    /// What was found: regimes in byte order, then kinds, then names.
    public internal(set) var findings: [CompletenessFinding] = []
    /// What keeps findings from being all that there is.
    public internal(set) var doubts: [Doubt] = []
    /// How many regions were looked at.
    public internal(set) var explored = 0
}

/// One gap or dead part.
public struct CompletenessFinding: Sendable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A rule fails on some dossier.
        case fails = "regle_en_erreur"
        /// A rule whose `si` never holds, a flag never raised, points never given.
        case neverApplies = "jamais_applicable"
        /// A criterion that every dossier meets.
        case neverFails = "toujours_satisfaite"
        /// A criterion that no dossier meets.
        case neverHolds = "jamais_satisfaite"
        /// A criterion whose failing changes no opinion: another one fails whenever it does, or one of
        /// several, at least as badly.
        case masked = "critere_masque"
        /// Two rules of one kind that come to the same outcome on every dossier.
        case agree = "regles_toujours_d_accord"
        /// Two validities that apply to one expertise, which is an error.
        case clash = "validites_concurrentes"
        /// A favourable expertise to which no validity applies.
        case noValidity = "label_sans_validite"
        /// A level that no total reaches.
        case unreachableLevel = "niveau_inaccessible"
        /// A row that is never in force while a rule reads its table.
        case unusedRow = "ligne_inutilisee"
        /// A row that rules read and without which, all others staying, none gives anything else.
        case idleRow = "ligne_sans_effet"
        /// A nature of applicant that neither a rule nor a table names.
        case unspokenNature = "nature_sans_regle"
    }

    /// What it is.
    public let kind: Kind
    /// The regime; nil for a table's row, which no regime uses.
    public let regime: String?
    /// A rule's identifier, a level's name, a table's name and row, or a nature.
    public let name: String
    /// The other rules concerned, by identifier: what masks a criterion, what a rule agrees or
    /// clashes with, the other validities that do not apply; empty for anything else.
    public let others: [String]
    /// What the rule is about; empty for anything else.
    public let titre: String
    /// When; empty where the time does not matter.
    public let periods: [Period]
    /// Whether it surely is so.
    public let isExact: Bool
    /// A dossier that shows it, where one can.
    public let witness: Witness?
}
