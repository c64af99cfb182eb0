// Comparisons, and texts compared with closed lists and countries.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

extension TypeInference {
    /// Checks one comparison.
    func compare(
        _ left: Operand, _ right: Operand, _ sign: BinaryOperator, at range: SourceRange,
        _ context: Context
    ) {
        guard let one = left.type.family, let other = right.type.family else { return }
        if one != other || one == .other {
            let day = left.expression.bareDay ?? right.expression.bareDay
            let finding = unlike(left.type, right.type, meaning: day)
            report(finding, at: range, context)
        } else if sign == .equal || sign == .notEqual {
            checkFloatEquality(left, right, sign, at: range, context)
            checkTexts(left.type, right.type)
        } else if one == .boolean {
            report(.wrongOperands(sign.rawValue, left.type, right.type), at: range, context)
        } else {
            checkTexts(left.type, right.type)
        }
    }

    /// Checks that two values can be compared, as `parmi` and records of values do.
    func requireLike(_ value: PolicyType, _ other: PolicyType, at place: PolicyPlace) {
        guard let one = value.family, let two = other.family else { return }
        if one != two || one == .other {
            findings.report(unlike(value, other), at: place)
        } else {
            checkTexts(value, other)
        }
    }

    /// Checks the texts written in the policy against a closed list or countries.
    func checkTexts(_ left: PolicyType, _ right: PolicyType) {
        guard case .text(let one) = left.known, case .text(let other) = right.known else { return }
        if case .literals(let texts) = one { check(texts, against: other) }
        if case .literals(let texts) = other { check(texts, against: one) }
    }

    private func check(_ texts: [PolicyType.Literal], against kind: PolicyType.TextKind) {
        for text in texts {
            switch kind {
            case .closed(let list) where !list.values.contains(text.text):
                let isQuoted = !findings.text(at: text.place).hasPrefix(text.text)
                findings.report(
                    .outsideList(text.text, list, isQuoted: isQuoted), at: text.place)
            case .country where !PolicyType.isCountry(text.text):
                findings.report(.unknownCountry(text.text), at: text.place)
            case .closed, .country, .free, .literals: break
            }
        }
    }

    private func unlike(
        _ left: PolicyType, _ right: PolicyType, meaning day: Day? = nil
    ) -> PolicyFinding {
        if let day { return .unlike(left, right, help: "écrivez « jour \"\(day.iso)\" »") }
        if Set([left.family, right.family]) == [.months, .days] { return .monthsAndDays() }
        for (one, other) in [(left, right), (right, left)] {
            guard case .day = one.known, case .text(.literals(let texts)) = other.known,
                let text = texts.first?.text, Day(iso: text) != nil
            else { continue }
            return .unlike(left, right, help: "écrivez « jour \"\(text)\" »")
        }
        let isList = [left, right].contains { if case .list = $0.known { true } else { false } }
        return .unlike(left, right, help: isList ? "écrivez « parmi(x, liste) »" : nil)
    }

    private func checkFloatEquality(
        _ left: Operand, _ right: Operand, _ sign: BinaryOperator, at range: SourceRange,
        _ context: Context
    ) {
        guard [left.type.known, right.type.known].contains(.number(.float)) else { return }
        report(.floatEquality(sign.rawValue), at: range, context)
    }
}
