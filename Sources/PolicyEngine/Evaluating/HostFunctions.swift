// What the prelude asks of Swift: days and names of countries.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The Swift functions behind the prelude's `hote` table.
enum HostFunctions {
    /// Makes them in a machine, by name.
    static func functions(in machine: inout LuaMachine) throws(LuaError) -> [String: LuaValue] {
        var fields: [String: LuaValue] = [:]
        for (name, body) in bodies {
            fields[name] = .reference(try machine.makeHostFunction(body))
        }
        return fields
    }

    private static let bodies: [(String, @Sendable ([LuaValue]) -> LuaHostResult)] = [
        ("lit_jour", readDay), ("iso", writeDay), ("ajoute_mois", addMonths),
        ("ans_revolus", { elapsed($0, Day.completedYears(from:to:)) }),
        ("mois_revolus", { elapsed($0, Day.completedMonths(from:to:)) }),
        ("nom_pays", { text($0) { Country.frenchName(of: $0) ?? $0 } }),
    ]

    private static func day(_ value: LuaValue?) -> Day? {
        value?.integer.flatMap { Day(ordinal: Int($0)) }
    }

    private static func text(
        _ arguments: [LuaValue], _ transform: (String) -> String
    ) -> LuaHostResult {
        guard let text = arguments.first?.text else { return .failure("un texte est attendu") }
        return .values([.string(transform(text))])
    }

    private static func readDay(_ arguments: [LuaValue]) -> LuaHostResult {
        let text = arguments.first?.text ?? ""
        guard let day = Day(iso: text) else {
            return .failure("« \(text) » n’est pas un jour (année-mois-jour)")
        }
        return .values([.integer(Int64(day.ordinal))])
    }

    private static func writeDay(_ arguments: [LuaValue]) -> LuaHostResult {
        guard let day = day(arguments.first) else { return .failure("un jour est attendu") }
        return .values([.string(day.iso)])
    }

    /// Ordinal, months, and the rule's rounding or nothing.
    private static func addMonths(_ arguments: [LuaValue]) -> LuaHostResult {
        guard arguments.count >= 2, let day = day(arguments[0]), let months = arguments[1].integer
        else { return .failure("un jour et une durée sont attendus") }
        let rounding = arguments.count > 2 ? arguments[2].text : nil
        do throws(DayError) {
            let sum = try day.adding(
                months: Int(months), rounding: rounding.flatMap { DayRounding(rawValue: $0) })
            return .values([.integer(Int64(sum.ordinal))])
        } catch {
            return .failure(message(for: error, adding: months, to: day))
        }
    }

    private static func message(for error: DayError, adding months: Int64, to day: Day) -> String {
        switch error {
        case .outOfRange: "le jour obtenu sort du calendrier (années 1 à 9999)"
        case .noExactDay:
            "\(French.day(day)) et \(months) mois ne donnent aucun jour exact : "
                + "indiquer « arrondi » dans la règle"
        }
    }

    private static func elapsed(
        _ arguments: [LuaValue], _ count: (Day, Day) -> Int
    ) -> LuaHostResult {
        guard arguments.count >= 2, let from = day(arguments[0]), let to = day(arguments[1]) else {
            return .failure("deux jours sont attendus")
        }
        return .values([.integer(Int64(count(from, to)))])
    }
}
