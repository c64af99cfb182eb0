// From the questions that rules ask of an unknown fact to the cells of what it may be.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Cuts the domain of a fact.
struct CellFinder {
    /// The tables that keys are looked up in; versions of one table bear one name.
    let tables: [DataTable]
    /// The days on which a dossier of the period at hand can be filed.
    let filingDays: ClosedRange<Day>

    /// The cells of a fact that is absent.
    ///
    /// - Parameters:
    ///   - field: the fact's description.
    ///   - type: what the fact may be.
    ///   - questions: what rules asked of it.
    ///   - isComplete: whether nothing else can be asked of it.
    ///   - isScope: whether rules run on each of its elements.
    ///   - day: the day at hand, near which the days that stand for others lie.
    /// - Returns: cells that cover what the fact may be, but for what `isExact` says.
    func cells(
        of field: FactField, _ type: FactType, _ questions: [Question], isComplete: Bool,
        isScope: Bool = false, near day: Day
    ) -> [Cell] {
        let isExact = isComplete && questions.allSatisfy { $0.isCertain(of: type) }
        switch type {
        case .boolean:
            return [true, false].map { single(.boolean($0), isExact: true) }
        case .closed(let list):
            let named = named(in: questions) + keys(in: questions)
            return choices(list.values.map { .text($0) }, named: named, isExact: isExact)
        case .country:
            let named = named(in: questions) + keys(in: questions)
            return choices(Country.codes.map { .text($0) }, named: named, isExact: isExact)
        case .text: return texts(questions, examples: ["autre"], isExact: isExact) { _ in true }
        case .identifier(let kind):
            return texts(questions, examples: kind.examples, isExact: isExact) { text in
                (try? kind.check(text)) != nil
            }
        case .integer:
            return numbers(questions, field.minimum, field.maximum, isExact) { .integer($0) }
        case .day:
            let bounds =
                field.name == "depose_le"
                ? (Int64(filingDays.lowerBound.ordinal), Int64(filingDays.upperBound.ordinal))
                : (nil, nil)
            return numbers(questions, bounds.0, bounds.1, isExact, around: Int64(day.ordinal)) {
                .day(Day(clamping: Int($0)))
            }
        case .decimal: return decimals(questions, field, isExact)
        case .list(let element): return lists(questions, of: element, isExact, isScope: isScope)
        case .record:
            return [Cell(extent: .present, representative: .record(FactRecord()), isExact: true)]
        }
    }

    private func single(_ fact: Fact, isExact: Bool) -> Cell {
        Cell(extent: .values([fact]), representative: fact, isExact: isExact)
    }

    // MARK: - Texts and lists of choices

    /// The texts with which a fact is compared, in the order of the questions, each once.
    private func named(in questions: [Question]) -> [Fact] {
        questions.compactMap { question in
            guard [.equal, .opaque].contains(question.kind), case .text(let text) = question.value
            else { return nil }
            return .text(text)
        }.withoutRepeats
    }

    /// The keys of the tables in which a fact is looked up.
    private func keys(in questions: [Question]) -> [Fact] {
        questions.flatMap { question -> [Fact] in
            guard question.kind == .key, case .text(let name) = question.value else { return [] }
            return tables.filter { $0.name.value == name }.flatMap { table in
                table.rows.compactMap { row in
                    guard let key = table.key, case .text(let text)? = row.cells[key] else {
                        return nil
                    }
                    return .text(text)
                }
            }
        }.withoutRepeats
    }

    /// Each named choice by itself, and all others together; each by itself where a function looks.
    private func choices(_ all: [Fact], named: [Fact], isExact: Bool) -> [Cell] {
        guard isExact else { return all.map { single($0, isExact: true) } }
        let named = named.filter(all.contains)
        let others = all.filter { !named.contains($0) }
        let rest = others.first.map {
            Cell(extent: .values(others), representative: $0, isExact: true)
        }
        return named.map { single($0, isExact: true) } + [rest].compactMap(\.self)
    }

    private func texts(
        _ questions: [Question], examples: [String], isExact: Bool, admits: (String) -> Bool
    ) -> [Cell] {
        let seen = named(in: questions) + keys(in: questions)
        let named = (seen + (questions.isEmpty ? words : [])).withoutRepeats
        let isWritable: (Fact) -> Bool = { fact in
            if case .text(let text) = fact { admits(text) } else { false }
        }
        let blank: [Fact] =
            questions.contains { $0.kind == .filled } && examples == ["autre"]
            ? CellFinder.blanks : []
        let excluded = (named + blank).withoutRepeats
        let other = (examples + (1...).lazy.prefix(excluded.count + 1).map { "autre \($0)" })
            .map { Fact.text($0) }.first { !excluded.contains($0) }
        let rest = other.map {
            Cell(extent: .others(than: excluded), representative: $0, isExact: isExact)
        }
        return (named.filter(isWritable) + blank).withoutRepeats.map {
            single($0, isExact: isExact)
        }
            + [rest].compactMap(\.self)
    }

    /// Blank texts that a rule may name, and one that no rule does, for all others.
    private static let blanks = ["", " ", "\t \t"].map { Fact.text($0) }

    /// Short texts of the tables, to try where nothing has been asked of a fact but whether it is there.
    private var words: [Fact] {
        tables.flatMap { table in
            table.rows.flatMap { row in
                table.columns.compactMap { column -> Fact? in
                    guard column.type == .texte, case .text(let text)? = row.cells[column.name],
                        text.utf8.count <= CellFinder.mostBytesOfWord
                    else { return nil }
                    return .text(text)
                }
            }
        }.withoutRepeats
    }

    private static let mostBytesOfWord = 8

    // MARK: - Numbers and days

    private func numbers(
        _ questions: [Question], _ least: Int64?, _ most: Int64?, _ isExact: Bool,
        around: Int64? = nil, _ fact: (Int64) -> Fact
    ) -> [Cell] {
        let breaks = Breaks(questions)
        return breaks.ranges(from: least, to: most).map { low, high in
            let inside = around.flatMap { (low ?? .min)...(high ?? .max) ~= $0 ? $0 : nil }
            // The first and the last day stand for no bound.
            let isOpen = around != nil && high == Int64(Day.last.ordinal)
            let isOpenBelow = around != nil && low == Int64(Day.first.ordinal)
            return Cell(
                extent: .numbers(isOpenBelow ? nil : low, isOpen ? nil : high),
                representative: fact(inside ?? low ?? high ?? 0), isExact: isExact)
        }
    }

    private func decimals(_ questions: [Question], _ field: FactField, _ isExact: Bool) -> [Cell] {
        let least = field.minimum.map(Double.init)
        let most = field.maximum.map(Double.init)
        let points = Set(questions.compactMap(\.value.number)).sorted()
            .filter { $0 >= least ?? -.infinity && $0 <= most ?? .infinity }
        var cells: [Cell] = []
        for (low, high) in zip([least] + points, points + [most]) {
            let middle =
                switch (low, high) {
                case (let low?, let high?): (low + high) / 2
                case (let low?, nil): low + 1
                case (nil, let high?): high - 1
                case (nil, nil): 0.0
                }
            if low != high || low == nil {
                cells.append(
                    Cell(
                        extent: .decimals(low, high), representative: .decimal(middle),
                        isExact: isExact))
            }
            if let high, points.contains(high) {
                cells.append(single(.decimal(high), isExact: isExact))
            }
        }
        return cells
    }

    // MARK: - Lists

    /// The longest list that is made where rules count.
    private static let mostCounted = 1000

    /// The most elements that a list is given.
    static let mostElements = 2

    private func lists(
        _ questions: [Question], of element: FactType, _ isExact: Bool, isScope: Bool
    ) -> [Cell] {
        if element.record == nil, let choices = element.choices {
            return holdings(questions, choices, isExact)
        }
        var breaks = Breaks(questions, isCount: true)
        breaks.insert(1)
        // A list of so many elements, some of those of any longer one, is seen by every walk as that
        // one is: an element for each walk, and for each that counts as many as it is compared with.
        let walks = questions.filter { $0.kind == .walk || $0.kind == .contains }
        let counting = walks.count { $0.value == .boolean(true) }
        let enough =
            walks.count - counting + (isScope && !walks.isEmpty ? 1 : 0)
            + counting * Int(min(breaks.starts.max() ?? 1, Int64(CellFinder.mostCounted)))
        let most = min(enough, CellFinder.mostElements)
        if most > 1 { (2...most).forEach { breaks.insert(Int64($0)) } }
        let unknown: Fact = element.record == nil ? .text("autre") : .record(FactRecord())
        return breaks.ranges(from: 0, to: nil).map { low, high in
            let count = Int(low ?? 0)
            return Cell(
                extent: .counts(count, high.map(Int.init)),
                representative: .list(
                    Array(repeating: unknown, count: min(count, CellFinder.mostCounted))),
                isExact: high == 0
                    || isExact && count <= CellFinder.mostCounted
                        && (high == low || enough <= count)
            )
        }
    }

    /// Lists of single values: every combination of a few of those asked for, and one of none.
    private func holdings(
        _ questions: [Question], _ choices: [Fact], _ isExact: Bool
    ) -> [Cell] {
        let all = questions.compactMap { question -> Fact? in
            guard question.kind == .contains, case .text(let text) = question.value else {
                return nil
            }
            return .text(text)
        }.withoutRepeats
        let asked = all.prefix(CellFinder.mostHeld)
        guard !all.isEmpty || !questions.contains(where: { $0.comparison?.isCount == true }) else {
            return counted(questions, choices)
        }
        let other = choices.first { !all.contains($0) }
        let isExact = isExact && asked.count == all.count
        let combinations = asked.reduce([[Fact]()]) { found, fact in
            found + found.map { $0 + [fact] }
        }
        let lists = combinations + (other.map { [[$0]] } ?? [])
        return lists.map {
            Cell(extent: .holding($0, of: all), representative: .list($0), isExact: isExact)
        }
    }

    private static let mostHeld = 4

    /// Lists of single values that are only counted: of several choices, each once at most.
    private func counted(_ questions: [Question], _ choices: [Fact]) -> [Cell] {
        let most = choices.count > 1 ? choices.count : CellFinder.mostCounted
        return Breaks(questions, isCount: true).ranges(from: 0, to: nil).compactMap { low, high in
            let count = Int(low ?? 0)
            guard count <= most else { return nil }
            let values = (0..<count).map { choices[$0 % choices.count] }
            return Cell(
                extent: .counts(count, high.map(Int.init)), representative: .list(values),
                isExact: false)
        }
    }
}

extension Cell {
    /// The ordinal from which on a day is the end of the calendar: no rule has named it.
    public static let calendarEnd = Int64(Day.last.ordinal)

    /// Whether days lie where those that rules add to them have no room.
    public var isAtCalendarEnd: Bool {
        guard case .day = representative, case .numbers(let low?, _) = extent else { return false }
        return low >= Cell.calendarEnd
    }
}

extension Day {
    /// The days between which dossiers are filed where nothing bounds them: days that rules add to one
    /// must exist too.
    static let first = Day(clamping: 1)
    static let last = Day(clamping: 3_286_818)  // 9000-01-01
}

extension Question {
    /// Whether the cells made of it surely hold nothing that the rule tells apart.
    fileprivate func isCertain(of type: FactType) -> Bool {
        switch kind {
        case .opaque, .pair, .condition, .crossed: return false
        case .read, .known, .filled: return true
        default: break
        }
        guard isExact else { return false }
        switch type {
        case .boolean, .record: return true
        case .text, .identifier, .closed, .country: return [.equal, .key].contains(kind)
        case .integer, .decimal, .day:
            // A sum of a number with decimals is rounded.
            guard !isSum || type != .decimal else { return false }
            guard [.equal, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(kind) else {
                return false
            }
            return value.number.map { abs($0) < Breaks.limit } ?? false
        case .list(let element):
            if element.record == nil, kind != .contains { return false }
            return kind == .walk || kind == .contains
                || value.number.map { abs($0) < Breaks.limit } ?? false
        }
    }
}

extension FactType {
    /// The values of a closed list or the countries; an example for other single values.
    fileprivate var choices: [Fact]? {
        switch self {
        case .closed(let list): list.values.map { .text($0) }
        case .country: Country.codes.map { .text($0) }
        case .text: [.text("autre")]
        case .integer: [.integer(0)]
        case .decimal: [.decimal(0)]
        case .boolean: [.boolean(true), .boolean(false)]
        case .day, .identifier, .list, .record: nil
        }
    }
}

extension IdentifierKind {
    /// Codes that are well formed: published examples.
    var examples: [String] {
        switch self {
        case .siren: ["732829320", "404833048", "552008443"]
        case .siret: ["73282932000074"]
        case .codeInsee: ["59183", "2A004", "67449"]
        case .rna: ["W123456789"]
        }
    }
}

extension Sequence where Element: Hashable {
    /// The elements in order, each where it stands first.
    var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
