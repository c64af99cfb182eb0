// Calls of the functions of the language and of the file.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

extension ExpressionProse {
    /// What a call gives; nil for the functions that answer yes or no.
    func called(
        _ callee: Expression, _ arguments: [Expression], as type: FactType?
    ) -> NounPhrase? {
        if let noun = listCall(callee, arguments) { return noun }
        switch (callee.lua, arguments.count) {
        case ("ans", 1), ("mois", 1), ("jours", 1): return duration(callee.lua, arguments[0])
        case ("ans_revolus", 2): return elapsed("d’années entières", arguments)
        case ("mois_revolus", 2): return elapsed("de mois entiers", arguments)
        case ("defaut", 2): return assumed(arguments[0], arguments[1])
        case ("si_sinon", 3): return chosen(arguments, as: type)
        default: break
        }
        if let noun = textCall(callee, arguments) ?? formCall(callee, arguments)
            ?? numberCall(callee, arguments)
        {
            return noun
        }
        return helperCall(callee, arguments)
    }

    private func listCall(_ callee: Expression, _ arguments: [Expression]) -> NounPhrase? {
        switch (callee.lua, arguments.count) {
        case ("nombre", 1): count(arguments[0])
        case ("compte", 2): count(arguments[0], arguments[1])
        case ("somme", 2): total(arguments[0], arguments[1])
        case ("premier", 2): first(arguments[0], arguments[1], nil)
        case ("premier", 3): first(arguments[0], arguments[1], arguments[2])
        default: nil
        }
    }

    private func textCall(_ callee: Expression, _ arguments: [Expression]) -> NounPhrase? {
        guard let first = arguments.first.map({ noun($0) }) else { return nil }
        let others = arguments.dropFirst().map { noun($0).prose }
        switch (callee.lua, others.count) {
        case ("nom_pays", 0): return NounPhrase(country(arguments[0], first), .text)
        case ("minuscules", 0): return NounPhrase("\(first.prose) en minuscules", .text)
        case ("majuscules", 0): return NounPhrase("\(first.prose) en majuscules", .text)
        case ("joindre", 1), ("table.concat", 1):
            return NounPhrase(
                "les textes \(first.afterDe), mis bout à bout avec \(code: arguments[1].lua) entre eux",
                .text)
        case ("table.concat", 0):
            return NounPhrase("les textes \(first.afterDe), mis bout à bout", .text)
        case ("string.sub", 2):
            return NounPhrase("les octets \(others[0]) à \(others[1]) \(first.afterDe)", .text)
        case ("string.sub", 1):
            return NounPhrase("\(first.prose) à partir de l’octet \(others[0])", .text)
        case ("string.len", 0):
            return NounPhrase("la longueur en octets \(first.afterDe)", .integer)
        case ("extrait", 2):
            return NounPhrase("les caractères \(others[0]) à \(others[1]) \(first.afterDe)", .text)
        case ("extrait", 1):
            return NounPhrase("\(first.prose) à partir du caractère \(others[0])", .text)
        case ("tostring", 0): return NounPhrase("le texte \(first.afterDe)", .text)
        case ("tonumber", 0): return NounPhrase("le nombre écrit \(first.inside)", .decimal)
        case ("error", 0...1):
            return NounPhrase("l’arrêt de la règle, avec le message \(first.prose)")
        case ("assert", 0...1):
            return NounPhrase("\(first.prose) (sans quoi la règle s’arrête)", first.type)
        default: return nil
        }
    }

    /// The functions that search a text for a form, or fill it.
    private func formCall(_ callee: Expression, _ arguments: [Expression]) -> NounPhrase? {
        guard let first = arguments.first.map({ noun($0) }) else { return nil }
        let form = arguments.count > 1 ? Prose(code: arguments[1].lua) : Prose()
        switch (callee.lua, arguments.count) {
        case ("string.find", 2...4):
            return NounPhrase(
                "la place, en octets, du premier passage de la forme \(form) \(first.inside)",
                .integer)
        case ("string.match", 2...3):
            return NounPhrase("le premier passage de la forme \(form) \(first.inside)", .text)
        case ("string.gmatch", 2...3):
            return NounPhrase("les passages de la forme \(form) \(first.inside)")
        case ("string.gsub", 3...4):
            return NounPhrase(
                "\(first.prose) où \(noun(arguments[2]).prose) remplace chaque passage "
                    + "de la forme \(form)", .text)
        case ("string.format", 1...):
            let values = Prose.joined(
                arguments.dropFirst().map { noun($0).prose }, ", ", last: " et ")
            let text = Prose(code: arguments[0].lua)
            return NounPhrase(
                arguments.count == 1 ? "le texte \(text)" : "le texte \(text) rempli par \(values)",
                .text)
        case ("string.rep", 2...3):
            return NounPhrase("\(first.prose) répété \(noun(arguments[1]).prose) fois", .text)
        case ("utf8.len", 1):
            return NounPhrase("le nombre de caractères \(first.afterDe)", .integer)
        case ("utf8.char", 1): return NounPhrase("le caractère Unicode \(first.prose)", .text)
        case ("utf8.codepoint", 1):
            return NounPhrase("le numéro Unicode du premier caractère \(first.afterDe)", .integer)
        default: return nil
        }
    }

    private func numberCall(_ callee: Expression, _ arguments: [Expression]) -> NounPhrase? {
        let nouns = arguments.map { noun($0) }
        let list = Prose.joined(nouns.map(\.prose), ", ", last: " et ")
        switch (callee.lua, nouns.count) {
        case ("math.floor", 1):
            return NounPhrase("\(nouns[0].prose) (à l’entier inférieur)", .integer)
        case ("math.ceil", 1):
            return NounPhrase("\(nouns[0].prose) (à l’entier supérieur)", .integer)
        case ("math.abs", 1): return NounPhrase("la valeur absolue \(nouns[0].afterDe)", .decimal)
        case ("math.sqrt", 1): return NounPhrase("la racine carrée \(nouns[0].afterDe)", .decimal)
        case ("math.fmod", 2):
            return NounPhrase(
                "le reste de la division \(nouns[0].afterDe) par \(nouns[1].prose)", .decimal)
        case ("math.tointeger", 1):
            return NounPhrase("\(nouns[0].prose) en nombre entier", .integer)
        case ("math.max", 1...): return NounPhrase("le plus grand de : \(list)", nouns[0].type)
        case ("math.min", 1...): return NounPhrase("le plus petit de : \(list)", nouns[0].type)
        default: return nil
        }
    }

    /// The French name of a country: known already when the code is written out.
    private func country(_ code: Expression, _ noun: NounPhrase) -> Prose {
        if let text = literal(code)?.text, let name = Country.frenchName(of: text) {
            return Prose(French.quoted(name))
        }
        return "le nom français \(noun.afterDe)"
    }

    private func elapsed(_ unit: String, _ arguments: [Expression]) -> NounPhrase {
        let (start, end) = (noun(arguments[0]), noun(arguments[1]))
        return NounPhrase("le nombre \(unit) \(start.afterDe) \(end.afterA)", .integer)
    }

    private func assumed(_ value: Expression, _ assumption: Expression) -> NounPhrase {
        var noun = noun(value)
        noun.prose.append(" (à défaut : \(self.noun(assumption, as: noun.type).prose))")
        noun.bare = nil
        return noun
    }

    private func chosen(_ arguments: [Expression], as type: FactType?) -> NounPhrase {
        let (yes, no) = (noun(arguments[1], as: type), noun(arguments[2], as: type))
        let test = condition(arguments[0]).inline
        return NounPhrase("\(yes.prose) si \(test), \(no.prose) sinon", yes.type ?? no.type)
            .compound
    }

    /// What a function of the file gives.
    private func helperCall(_ callee: Expression, _ arguments: [Expression]) -> NounPhrase? {
        guard case .name(let name) = callee.kind, locals.definition(name.text) != nil else {
            return nil
        }
        if let (prose, value) = formula(of: name.text, arguments) { return prose.noun(value) }
        let values = Prose.joined(arguments.map { noun($0).operand }, ", ", last: " et ")
        let result: Prose = "ce que donne la fonction \(code: name.text)"
        return arguments.isEmpty
            ? NounPhrase(result) : NounPhrase("\(result) pour \(values)").compound
    }
}
