// `sceau evaluate`: an explained opinion on one dossier or several.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics

/// The main verb.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: names[0],
        abstract: "Donne un avis expliqué sur un dossier, ou sur plusieurs.".typeset,
        discussion: """
            Le résultat va sur la sortie standard, tout le reste sur la sortie d’erreur.

            Un fichier nommé .ndjson porte un dossier par ligne. Avec --format ndjson, l’entrée \
            standard et tout fichier qui n’est pas nommé .json aussi : chaque ligne lue donne une \
            ligne, dans l’ordre, son avis ou ses fautes. Le lot peut être de toute taille : il est \
            lu et écrit au fur et à mesure.

            --avec seuil_presence=15 donne à un paramètre une autre valeur, dans tous les régimes et \
            tous les jours ; --avec collectivite.population=1200, à un fait du dossier ; --avec \
            collectivite.population= retire le fait. L’option se répète. Le résultat dit ce qui \
            change, puis le nouvel avis : forme texte ou json seulement.

            Statut de sortie : 0 le travail est fait, quel que soit l’avis ; 64 commande mal \
            écrite ; 65 dossier illisible ; 70 défaut de sceau ; 74 fichier inaccessible ; \
            78 politique inutilisable ou règle en erreur.
            """.typeset,
        aliases: Array(names.dropFirst()))

    /// The verb, then its other names.
    static let names = ["evaluate", "evaluer"]

    @OptionGroup var corpus: DossierArguments

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte, json, ndjson, markdown ou csv. Par défaut : texte, et ndjson quand un fichier nommé .ndjson est donné.",
            valueName: "forme"))
    var format: EvaluationRequest.Format?

    @Option(
        help: ArgumentHelp.french(
            "Tableur auquel le CSV est destiné : ouvert (virgules, jours ISO ; par défaut) ou excel (Excel français : points-virgules, jours 27/01/2022, virgule décimale).",
            valueName: "profil"))
    var csv: CSVProfile?

    @Flag(
        help: .french(
            "Avec --format ndjson : une ligne courte par dossier, son numéro, l’avis, les points, les dates du label et les critères non satisfaits."
        ))
    var bref = false

    @Option(
        help: ArgumentHelp.french(
            "Avec --format ndjson : nombre de dossiers évalués à la fois (par défaut, un par processeur). Le résultat n’en dépend pas.",
            valueName: "nombre"))
    var jobs: Int?

    @Flag(
        help: .french(
            "Donne l’avis par le statut : 2 défavorable, 3 à examiner, 4 incomplet, 5 partagé."))
    var exitVerdict = false

    @Option(
        help: ArgumentHelp.french(
            "Remplace un paramètre ou un fait, et montre ce que cela change ; se répète.",
            valueName: "nom=valeur"))
    var avec: [String] = []

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var output: OutputOptions

    /// What the options ask for.
    var request: EvaluationRequest {
        EvaluationRequest(
            dossiers: corpus.dossiers, format: format, csv: csv, isShort: bref, jobs: jobs,
            countsOpinions: exitVerdict, replacements: avec, policies: policies.chosen,
            decision: decision.chosen, output: output.chosen)
    }

    func run() throws { try request.run() }
}

extension EvaluationRequest.Format: ExpressibleByArgument {}
