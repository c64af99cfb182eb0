// A regression case of a policy: a dossier, a day, and what must come out.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// Everything that the test files of a policy say.
public struct TestSuite: Sendable {
    /// The cases, in the order of files and lines; each row of a `tableau` is one.
    public let cases: [TestCase]
    /// The properties, in the same order.
    public let properties: [TestProperty]
    /// The mutants that no case can notice, by name, each with the reason.
    public let survivors: [String: String]
}

/// On what a case runs, beside its dossier: the policy as it stands, but for these changes.
public struct PolicySetting: Hashable, Sendable {
    /// Parameters that have one value, always in force.
    public var parameters: [String: Constant] = [:]
    /// Tables whose rows are replaced, cells by column.
    public var rows: [String: [[String: Constant]]] = [:]
    /// Optional folders that are turned on.
    public var options: Set<String> = []

    /// The policy as it stands.
    public init() {}
}

/// The dossier that a case starts from.
public enum CaseDossier: Hashable, Sendable {
    /// That of a file, by its path from `tests`.
    case file(String)
    /// One that is written out in the case.
    case written(JSONValue)
}

/// The dossier, the day and the policy of a case.
public struct CaseSetting: Sendable {
    /// The dossier before its changes.
    public var dossier: CaseDossier
    /// Changes of the dossier, in order.
    public var edits: [FactEdit]
    /// The decision day.
    public var decisionDay: Day
    /// Skips the choice of regime when given.
    public var regime: String?
    /// Changes of the policy.
    public var policy: PolicySetting
    /// Where the dossier's facts are written, if it is in the case.
    public var places = WrittenPlaces()
}

/// One regression case.
public struct TestCase: Sendable {
    /// What is tested, unique in a suite.
    public let name: String
    /// Where it is written.
    public let location: Diagnostic.Location
    /// On what it runs.
    public let setting: CaseSetting
    /// What must come out: at least one thing.
    public let expectations: [Expectation]
}

/// A property that must hold on generated dossiers while one fact or parameter varies.
public struct TestProperty: Sendable {
    /// How the result must follow what varies.
    public enum Direction: String, Sendable, CaseIterable {
        case constant, croissant, decroissant
    }

    /// What varies.
    public enum Variable: Hashable, Sendable {
        case fact(FactPath)
        case parameter(String)
    }

    /// What is tested, unique in a suite.
    public let name: String
    /// Where it is written.
    public let location: Diagnostic.Location
    /// The regime of the generated dossiers.
    public let regime: String
    /// What varies.
    public let variable: Variable
    /// The values that it takes, in increasing order: JSON for a fact, a constant for a parameter.
    public let values: [PropertyValue]
    /// The result that is watched.
    public let facet: Facet
    /// How it must follow.
    public let direction: Direction
    /// How many dossiers are drawn.
    public let count: Int
    /// The seed of the draw.
    public let seed: UInt64
    /// Changes of the policy.
    public let policy: PolicySetting
}

/// A value that a property gives to what varies.
public enum PropertyValue: Hashable, Sendable {
    case fact(JSONValue)
    case parameter(Constant)
}
