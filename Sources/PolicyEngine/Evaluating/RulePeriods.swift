// The days on which what is in force changes.
// SPDX-License-Identifier: MIT

import Labelling

/// What is in force throughout one period.
struct RulesInForce {
    /// The rules in the order in which they run.
    let order: [Int]
    /// The parameters with a value that each rule names, by the rule's index.
    let readings: [[ParameterReading]]
    /// The same as what stands between the braces of its results' parameters.
    let writtenReadings: [[UInt8]]
    /// For each rule the first parameter that it names and that has no value.
    let lacking: [String?]
    /// Whether each parameter that a rule in force reads has a value.
    let isComplete: Bool

    /// Nothing is in force.
    static let nothing = RulesInForce()

    private init() {
        order = []
        readings = []
        writtenReadings = []
        lacking = []
        isComplete = true
    }

    /// Finds what a regime has in force on a day.
    init(_ program: RegimeProgram, on day: Day) {
        let order = program.order(on: day)
        let readings = program.regime.declarations.parameters.compactMap { parameter in
            parameter.reading(on: day).map { ($0.name, $0) }
        }
        let parameters = Dictionary(readings, uniquingKeysWith: { first, _ in first })
        let lacking = program.rules.map { $0.parameters.first { parameters[$0] == nil } }
        isComplete = order.allSatisfy { lacking[$0] == nil }
        self.lacking = lacking
        self.readings = program.rules.map { $0.parameters.compactMap { parameters[$0] } }
        writtenReadings = self.readings.map { readings in
            var members: [UInt8] = []
            members.appendMembers(readings)
            return members
        }
        self.order = order
    }
}

extension Parameter {
    /// The parameter as a verdict shows it on a day; nil when it has no value.
    fileprivate func reading(on day: Day) -> ParameterReading? {
        value(on: day).map {
            ParameterReading(
                name: name.value, value: $0.value.value, du: $0.period.du, unite: unite)
        }
    }
}

/// Cuts time into periods within which parameters, lists of rows and rules in force stay the same.
struct RulePeriods {
    /// The first day of each period but the first, ascending.
    private let starts: [Int]
    /// The periods that the machine holds.
    private var known: Set<Int> = []
    private var current: Int?

    /// How many periods a machine holds at once: each has its own lists.
    private static let most = 16

    /// What is to be done to enter a period.
    enum Entry {
        case same
        case known(Int)
        /// It must be made; where the machine is full, all others are forgotten first.
        case new(Int, isFull: Bool)
    }

    /// Finds the changes of a regime; rows found by a key are looked up by day and change nothing.
    init(_ program: RegimeProgram) {
        let declarations = program.regime.declarations
        let periods =
            declarations.parameters.flatMap { $0.values.map(\.period) }
            + declarations.tables.filter { $0.key == nil }.flatMap { $0.rows.map(\.period) }
            + program.rules.map(\.rule.period)
        let changes = periods.flatMap { period in
            [period.du?.ordinal, period.jusquAu.map { $0.ordinal + 1 }].compactMap { $0 }
        }
        starts = Set(changes).sorted()
    }

    /// Enters the period of a day.
    mutating func enter(_ day: Day) -> Entry {
        let number = self.number(of: day.ordinal)
        guard number != current else { return .same }
        current = number
        if known.contains(number) { return .known(number) }
        let isFull = known.count == RulePeriods.most
        if isFull { known = [] }
        known.insert(number)
        return .new(number, isFull: isFull)
    }

    /// How many periods have begun by a day.
    private func number(of ordinal: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
