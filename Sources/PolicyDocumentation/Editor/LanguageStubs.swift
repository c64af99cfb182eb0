// Descriptions of the language: days and durations, functions, constructs with their fields.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Writes `langage.lua`.
enum LanguageStubs {
    /// The file.
    static var text: String {
        var writer = StubWriter()
        addValues(to: &writer)
        for library in ["math", "string", "table", "utf8"] {
            writer.say("les fonctions de « \(library) » que les politiques ont")
            writer.declare("\(library) = {}")
        }
        for constant in LibraryConstant.all {
            writer.say(constant.summary)
            let isText = constant.name.hasPrefix("utf8")
            writer.annotate("type \(isText ? "string" : "number")")
            writer.declare("\(constant.name) = \(isText ? "\"\"" : "0")")
        }
        Builtin.all.forEach { add($0, to: &writer) }
        ConstructKind.allCases.filter { !$0.isTest }.forEach { add($0, to: &writer) }
        for effect in Effect.allCases {
            writer.say("ce qui suit une condition fausse : \(effect.consequence)")
            writer.annotate("param texte string", "la phrase que l’avis imprime")
            writer.annotate("return sceau.suite")
            writer.declare("function \(effect.rawValue)(texte) end")
        }
        writer.say("la table que rend un module : `local textes = require \"commun/textes\"`")
        writer.annotate("param module string", "son dossier et son fichier, sans « .lua »")
        writer.annotate("return table")
        writer.declare("function require(module) end")
        return writer.text
    }

    private static func addValues(to writer: inout StubWriter) {
        writer.say("un jour du calendrier")
        writer.annotate("class sceau.jour")
        writer.annotate("operator add(sceau.duree): sceau.jour")
        writer.annotate("operator sub(sceau.duree): sceau.jour")
        writer.annotate("operator sub(sceau.jour): sceau.duree")
        writer.close()
        writer.say("une durée, en années et mois ou en jours")
        writer.annotate("class sceau.duree")
        writer.annotate("operator add(sceau.duree): sceau.duree")
        writer.annotate("operator sub(sceau.duree): sceau.duree")
        writer.annotate("operator mul(number): sceau.duree")
        writer.annotate("operator unm: sceau.duree")
        writer.close()
        writer.say("ce qui suit une condition fausse")
        writer.annotate("class sceau.suite")
        writer.close()
        writer.say("ce qu’un élément doit être : une fonction, ou les valeurs qu’il doit avoir")
        writer.annotate("alias sceau.choix fun(element: any): boolean | table<string, any>")
        writer.close()
    }

    private static func add(_ builtin: Builtin, to writer: inout StubWriter) {
        let signature = Signature.of[builtin.name] ?? Signature([], "any")
        writer.say("\(builtin.summary) : `\(builtin.usage)`")
        if signature.isGeneric { writer.annotate("generic T") }
        for parameter in signature.parameters {
            writer.annotate("param \(parameter.name) \(parameter.type)")
        }
        writer.annotate("return \(signature.result)")
        let names = signature.parameters.map { $0.name.filter { $0 != "?" } }
        writer.declare("function \(builtin.name)(\(names.joined(separator: ", "))) end")
    }

    private static func add(_ kind: ConstructKind, to writer: inout StubWriter) {
        guard kind != .niveaux else { return addLevels(to: &writer) }
        writer.annotate("class sceau.\(kind.rawValue)")
        let fields =
            kind.requiredFields.map { ($0, $0) } + kind.optionalFields.map { ($0, $0 + "?") }
        for (name, shown) in fields {
            let field = FieldStub.of(name, in: kind)
            writer.annotate("field \(shown) \(field.type)", field.words)
        }
        writer.close()
        if kind == .parametre {
            writer.annotate("class sceau.valeur")
            for name in ["du", "jusqu_au?", "valeur", "source"] {
                let field = FieldStub.of(name.filter { $0 != "?" }, in: kind)
                writer.annotate("field \(name) \(field.type)", field.words)
            }
            writer.close()
        }
        writer.say(kind.summary)
        writer.annotate("param id string", "son identifiant")
        writer.annotate("return fun(contenu: sceau.\(kind.rawValue))")
        writer.declare("function \(kind.rawValue)(id) end")
    }

    private static func addLevels(to writer: inout StubWriter) {
        writer.annotate("class sceau.niveau")
        writer.annotate("field a_partir_de number", "le nombre de points à partir duquel il vaut")
        writer.annotate("field nom string", "son nom")
        writer.close()
        writer.say(ConstructKind.niveaux.summary)
        writer.annotate("param contenu sceau.niveau[]")
        writer.declare("function niveaux(contenu) end")
    }
}

extension ConstructKind {
    /// What it declares.
    fileprivate var summary: String {
        switch self {
        case .regime: "un régime : ses dates et le jour qui le choisit"
        case .parametre: "une valeur datée, que les règles lisent par son nom"
        case .donnees: "un tableau, lu dans un fichier CSV"
        case .champ: "un renseignement que la politique demande en plus"
        case .critere: "une condition à remplir"
        case .priorite: "des points de priorité"
        case .validite: "la durée du label"
        case .signalement: "un avertissement, qui ne change pas l’avis"
        case .calcul: "une valeur calculée, que d’autres règles lisent par son nom"
        case .niveaux: "les niveaux de priorité"
        case .cas: "un dossier, et l’avis attendu"
        case .tableau: "un cas par ligne"
        case .propriete:
            "ce qui doit rester constant, croître ou décroître quand un renseignement varie"
        case .survivant: "un changement des règles que les cas ne peuvent pas voir, et pourquoi"
        }
    }
}
