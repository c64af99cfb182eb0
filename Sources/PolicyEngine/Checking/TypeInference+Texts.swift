// The builtins that search, cut and fill texts by a form.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// The types that a builtin on forms of texts gives; nil for other builtins.
    func inferOnText(_ call: BuiltinCall) -> [PolicyType]? {
        switch call.name {
        case "string.find": return inferFind(call)
        case "string.match": return found(by: inferPattern(call)).map(\.orNothing)
        case "string.gmatch":
            let types = found(by: inferPattern(call))
            return [.walk(key: types[0], value: types.count > 1 ? types[1] : .any)]
        case "string.gsub": return inferSubstitution(call)
        case "string.format": return [inferFormat(call)]
        default: return nil
        }
    }

    private func inferFind(_ call: BuiltinCall) -> [PolicyType] {
        let place = PolicyType.maybe(.number(.integer))
        guard call.operands.count < 4 else {
            requireTexts(call)
            require(call.type(2), .number(.either), what: call.what(2), at: call.place(2))
            return [place, place]
        }
        let captures = inferPattern(call)?.captures ?? []
        return [place, place] + captures.map(\.type.orNothing)
    }

    /// Checks the text and the pattern of a call.
    ///
    /// - Returns: the pattern, when it is written out and has no fault.
    private func inferPattern(_ call: BuiltinCall) -> LuaPattern? {
        requireTexts(call)
        if call.name != "string.gsub", call.operands.count > 2 {
            require(call.type(2), .number(.either), what: call.what(2), at: call.place(2))
        }
        var patterns: [LuaPattern] = []
        for written in written(call.operands[1], call.context)
        where call.name != "string.find" || !LuaPattern.isPlain(written.bytes) {
            do throws(TextFault) {
                let pattern = try LuaPattern(written.bytes)
                for fault in pattern.split {
                    findings.report(.splitLetter(fault), at: written.place(of: fault.range))
                }
                patterns.append(pattern)
            } catch {
                findings.report(.malformedText("modèle", error), at: written.place(of: error.range))
            }
        }
        return patterns.count == 1 ? patterns[0] : nil
    }

    private func requireTexts(_ call: BuiltinCall) {
        for index in 0...1 {
            require(call.type(index), .text(.free), what: call.what(index), at: call.place(index))
        }
    }

    /// What a pattern finds: its captures, or the whole passage when it has none.
    private func found(by pattern: LuaPattern?) -> [PolicyType] {
        guard let pattern else { return [.any] }
        return pattern.captures.isEmpty ? [.text(.free)] : pattern.captures.map(\.type)
    }

    private func inferSubstitution(_ call: BuiltinCall) -> [PolicyType] {
        let pattern = inferPattern(call)
        if call.operands.count > 3 {
            require(call.type(3), .number(.either), what: call.what(3), at: call.place(3))
        }
        switch call.type(2).known {
        case .any, .nothing, .maybe, .number, .ownTables, .function(.builtin): break
        case .text: checkReplacement(call, pattern)
        case .function(.closure(let number)):
            checkReplacer(number, found(by: pattern), call)
        case let found:
            findings.report(
                .wrongType(
                    call.what(2), expected: "un texte, une table du fichier ou une fonction",
                    found: found), at: call.place(2))
        }
        return [.text(.free), .number(.integer)]
    }

    private func checkReplacement(_ call: BuiltinCall, _ pattern: LuaPattern?) {
        guard let pattern else { return }
        for written in written(call.operands[2], call.context) {
            guard let fault = pattern.fault(inReplacement: written.bytes) else { continue }
            findings.report(
                .malformedText("remplacement", fault), at: written.place(of: fault.range))
        }
    }

    private func checkReplacer(_ number: Int, _ found: [PolicyType], _ call: BuiltinCall) {
        guard let returns = self.call(number, found, call.context.rule).returns else { return }
        for result in returns {
            guard let type = result.types.first, let family = type.family, family != .text,
                family != .number, family != .boolean
            else { continue }
            findings.report(
                .wrongType(
                    "ce que rend la fonction donnée à « string.gsub »", expected: "un texte",
                    found: type), at: result.place)
        }
    }

    // MARK: - Formats

    private func inferFormat(_ call: BuiltinCall) -> PolicyType {
        require(call.type(0), .text(.free), what: call.what(0), at: call.place(0))
        for index in call.operands.indices.dropFirst() where call.type(index).family == .other {
            findings.report(
                .wrongType(
                    call.what(index), expected: "un texte, un nombre ou un jour",
                    found: call.type(index)), at: call.place(index))
        }
        for written in written(call.operands[0], call.context) {
            do throws(TextFault) {
                check(try LuaFormat(written.bytes), written, call)
            } catch {
                findings.report(.malformedText("texte", error), at: written.place(of: error.range))
            }
        }
        return .text(.free)
    }

    private func check(_ format: LuaFormat, _ written: WrittenText, _ call: BuiltinCall) {
        let given = call.operands.count - 1
        let wanted = format.directives.count
        let isOpen = given > 0 && isOpen(call.operands, call.context)
        if given != wanted, !isOpen || given > wanted {
            let place = given < wanted ? written.place(of: format.directives[given].range) : nil
            findings.report(
                .wrongFormatCount(wanted: wanted, given: given),
                at: place ?? call.place(wanted + 1))
        }
        for (index, directive) in format.directives.enumerated()
        where directive.takesNumber && index < given {
            require(
                call.type(index + 1), .number(.either), what: call.what(index + 1),
                at: call.place(index + 1))
        }
    }

    // MARK: - Texts that are written out

    /// A text of the policy, with the place of each of its bytes.
    private struct WrittenText {
        let bytes: [UInt8]
        /// The whole literal.
        let place: PolicyPlace
        /// Where each byte comes from, then the end; nil for a literal that stands elsewhere.
        let offsets: LiteralOffsets?

        /// The place of some of its bytes.
        func place(of range: Range<Int>) -> PolicyPlace {
            guard let offsets, range.upperBound < offsets.count else { return place }
            return PolicyPlace(
                file: place.file, range: offsets[range.lowerBound]..<offsets[range.upperBound])
        }
    }

    /// The texts that an argument may be, when all of them are written out.
    private func written(_ operand: Operand, _ context: Context) -> [WrittenText] {
        if case .string(let literal) = operand.expression.bare.kind {
            let place = context.place(operand.expression.bare.range)
            return [WrittenText(bytes: literal.bytes, place: place, offsets: literal.offsets)]
        }
        guard case .text(.literals(let literals)) = operand.type.known else { return [] }
        return literals.map {
            WrittenText(bytes: Array($0.text.utf8), place: $0.place, offsets: nil)
        }
    }
}

extension PolicyType {
    /// The type, or nothing when no passage was found.
    fileprivate var orNothing: PolicyType { self == .any ? .any : .maybe(self) }
}

extension LuaPattern.Capture {
    /// The type of what it gives.
    fileprivate var type: PolicyType {
        switch self {
        case .text: .text(.free)
        case .position: .number(.integer)
        }
    }
}
