// What a policy declares beside its rules: regimes, parameters, tables, facts and levels.
// SPDX-License-Identifier: MIT

public import Labelling

/// Which day of a dossier chooses its regime.
public enum ChoiceDate: String, Sendable, CaseIterable {
    /// The filing day.
    case depot
    /// The decision day.
    case decision
}

/// The `regime` construct.
public struct RegimeDeclaration: Sendable {
    /// Its identifier: the name of its folder.
    public let id: Located<String>
    /// Its name for people.
    public let titre: String
    /// The text that it comes from.
    public let source: String
    /// When it is in force.
    public let period: Period
    /// Which day counts.
    public let choiceDate: ChoiceDate
    /// Other folders whose rules it takes.
    public let includes: [Located<String>]
    /// Folders whose rules it takes only when an option names them.
    public let optionals: [Located<String>]
    /// The flag's text when the filing day or the decision day lies outside the period, the
    /// dossier being filed under one regime and decided under another; nil for no flag.
    public let transition: String?

    /// The day of a dossier that counts.
    package func day(filed: Day, decided: Day) -> Day {
        switch choiceDate {
        case .depot: filed
        case .decision: decided
        }
    }
}

/// A constant written in a policy.
public enum Constant: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case decimal(Double)
    case boolean(Bool)
    case day(Day)
    case list([Constant])
}

/// The `parametre` construct.
public struct Parameter: Sendable {
    /// The name by which rules read it.
    public let name: Located<String>
    /// What it is.
    public let titre: String
    /// Its unit, if any.
    public let unite: String?
    /// Its values, in order of period, never overlapping.
    public let values: [DatedValue]

    /// One value with its period and source.
    public struct DatedValue: Sendable {
        /// When it is in force.
        public let period: Period
        /// The value.
        public let value: Located<Constant>
        /// Where it comes from.
        public let source: String
    }

    /// The value in force on a day, if any.
    public func value(on day: Day) -> DatedValue? { values.first { $0.period.contains(day) } }
}

/// The types that a column or a declared fact can have.
public enum ScalarType: String, Sendable, CaseIterable {
    case texte, entier, nombre, booleen, jour, pays
    /// One of the kinds of body that apply, as in `collectivite.nature`.
    case nature

    /// The same type as the dossier schema writes it.
    package var factType: FactType {
        switch self {
        case .texte: .text
        case .entier: .integer
        case .nombre: .decimal
        case .booleen: .boolean
        case .jour: .day
        case .pays: .country
        case .nature: .closed(.natures)
        }
    }
}

/// The `donnees` construct with the rows of its CSV file.
public struct DataTable: Sendable {
    /// The name by which rules read it.
    public let name: Located<String>
    /// The CSV's path from the policies folder.
    public let path: String
    /// The column that finds a row; nil for an ordered list of rows.
    public let key: String?
    /// Whether a key without a row is known not to belong.
    public let isComplete: Bool
    /// The columns in order, `du` and `jusqu_au` included.
    public let columns: [Column]
    /// The rows in order.
    public let rows: [Row]

    /// A column and its type.
    public struct Column: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its type.
        public let type: ScalarType
    }

    /// One row; an empty cell is absent.
    public struct Row: Hashable, Sendable {
        /// Its number among the rows, from 1.
        public let number: Int
        /// When it is in force.
        public let period: Period
        /// The cells that hold something, by column.
        public let cells: [String: Constant]
    }
}

/// The `champ` construct: a fact of the policy's own under `complements`.
public struct DeclaredFact: Sendable {
    /// Its path, `complements.…`.
    public let path: Located<String>
    /// The schema field, named without `complements.`.
    public let field: FactField
    /// Its unit, if any.
    public let unite: String?
}

/// The `niveaux` construct: names of priority levels.
public struct Levels: Sendable {
    /// From the highest threshold to the lowest.
    public let levels: [Level]

    /// One level.
    public struct Level: Hashable, Sendable {
        /// The least number of points that gives it.
        public let from: Double
        /// Its name.
        public let name: String
    }

    /// The level that a number of points gives, if any.
    public func name(for points: Double) -> String? { levels.first { points >= $0.from }?.name }
}
