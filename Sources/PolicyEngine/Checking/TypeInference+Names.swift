// What a name stands for, and the declaration of locals.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// The type of a name where it is read.
    func resolve(_ name: Name, _ context: Context) -> PolicyType {
        if let variable = context.scope?.find(name.text) {
            if !isRunning(variable.type) { readLocals.insert(variable.place) }
            return variable.type
        }
        if let type = context.frame.extras[name.text] { return type }
        if let meaning = vocabulary.meanings[name.text] {
            if context.frame.seesFacts { return type(of: meaning) }
            reportFactOutsideRule(name, context)
            return .any
        }
        if Builtin.named(name.text) != nil { return .function(.builtin(name.text)) }
        if PolicyVocabulary.libraries.contains(name.text) { return .library(name.text) }
        if !PolicyVocabulary.constructs.contains(name.text),
            ![PolicyVocabulary.require, "_ENV"].contains(name.text)
        {
            reportUnknown(name, context)
        }
        return .any
    }

    /// Whether it is a function whose body is being inferred: that it names itself is no use of it.
    private func isRunning(_ type: PolicyType) -> Bool {
        guard case .function(.closure(let number)) = type.known else { return false }
        return running.contains(number)
    }

    /// Whether a name is a local where it stands, without counting as a use of it.
    func isLocal(_ name: String, _ context: Context) -> Bool {
        context.scope?.find(name) != nil
    }

    /// Declares a local, a parameter or a loop's variable for what follows.
    func declare(_ name: Name, _ type: PolicyType, in context: inout Context) {
        if let what = meaning(ofReserved: name.text, context) {
            report(.shadowing(name.text, what: what), at: name.range, context)
        }
        let variable = Variable(
            name: name.text, place: context.place(name.range), frame: context.frame, type: type)
        context.scope = Scope(variable, outer: context.scope)
    }

    /// Notes that a `local` must be read somewhere.
    func expectUse(of name: Name, _ context: Context) {
        guard !name.text.hasPrefix("_") else { return }
        locals[context.place(name.range)] = name.text
    }

    /// Reports a name that stands for nothing.
    func reportUnknown(
        _ name: Name, among others: some Sequence<String> = [], _ context: Context
    ) {
        report(unknown(name.text, among: others, context), at: name.range, context)
    }

    private func unknown(
        _ name: String, among others: some Sequence<String>, _ context: Context
    ) -> PolicyFinding {
        if let word = PolicyVocabulary.frenchWords[name] { return .frenchWord(name, lua: word) }
        if PolicyVocabulary.absentNames.contains(name) {
            return .absentFunction(name)
        }
        if PolicyVocabulary.effects.contains(name) { return .effectOutsideSinon(name) }
        let path = context.frame.seesFacts ? vocabulary.paths[name] : nil
        let nearest = Spelling.nearest(to: name, among: visibleNames(context) + others)
        return .unknownName(name, nearest: path ?? nearest)
    }

    /// Every name that an expression may use.
    func visibleNames(_ context: Context) -> [String] {
        var names = context.scope?.names ?? []
        names += context.frame.extras.keys.sorted()
        if context.frame.seesFacts { names += vocabulary.meanings.keys.sorted() }
        if context.frame.isFile { names.append(PolicyVocabulary.require) }
        return names + PolicyVocabulary.plainFunctions + PolicyVocabulary.libraries.sorted()
    }

    private func type(of meaning: PolicyVocabulary.Meaning) -> PolicyType {
        switch meaning {
        case .fact(let type), .parameter(let type), .table(let type): type
        case .calcul(let rule): calculType(rule)
        }
    }

    private func reportFactOutsideRule(_ name: Name, _ context: Context) {
        var function: String?
        if case .function(let written) = context.frame.kind { function = written ?? "function" }
        report(.factOutsideRule(name.text, function: function), at: name.range, context)
    }

    /// What a name already stands for, to follow « d’ »; nil when a local may bear it.
    private func meaning(ofReserved name: String, _ context: Context) -> String? {
        if let meaning = vocabulary.meanings[name] { return meaning.what }
        if Builtin.named(name) != nil { return "une fonction" }
        if PolicyVocabulary.libraries.contains(name) { return "une bibliothèque" }
        if PolicyVocabulary.constructs.contains(name) { return "une construction" }
        if name == PolicyVocabulary.require { return "un mot du langage" }
        if name == "debut", context.frame.isFile { return "une valeur que voit « fin »" }
        return nil
    }
}
