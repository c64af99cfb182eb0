// Descriptions of the constructs of policy tests.
// SPDX-License-Identifier: MIT

/// Writes `essais.lua`.
enum TestStubs {
    /// The names that test files read, `jour` left out.
    static let names = ["cas", "tableau", "propriete", "survivant", "absent"]

    /// The file.
    static let text = """
        ---@meta

        --- ce qu’un cas attend ; ce qui n’est pas écrit n’est pas vérifié
        ---@class sceau.attente
        ---@field regime? string l’identifiant du régime, ou « aucun »
        ---@field avis? "favorable"|"a_examiner"|"incomplet"|"defavorable"|"partage"|"en_erreur"
        ---@field expertises? string[] l’avis de chaque expertise, toutes dans l’ordre
        ---@field regles? table<string, string|string[]> le résultat de chaque règle, sujet par sujet
        ---@field motifs? string[] des parties des motifs de l’avis
        ---@field manquants? string[] les renseignements manquants, exactement
        ---@field priorite? sceau.attente.priorite
        ---@field validite? sceau.attente.validite|"aucune"
        ---@field signalements? string[] les signalements levés, exactement
        ---@field calculs? table<string, any> par nom, une valeur ou un résultat
        ---@field transition? boolean si la transition est signalée
        ---@field diagnostics? string[] les codes pour lesquels le dossier est refusé à la lecture

        ---@class sceau.attente.priorite
        ---@field points? number
        ---@field points_max? number|"inconnu"
        ---@field niveau? string
        ---@field niveau_max? string

        ---@class sceau.attente.validite
        ---@field debut? sceau.jour
        ---@field fin? sceau.jour
        ---@field regle? string

        --- ce que les cas et les tableaux ont en commun
        ---@class sceau.essai
        ---@field dossier string le dossier de départ, depuis policies/tests
        ---@field modifie? table<string, any> les renseignements changés, par leur chemin
        ---@field sans? string[] les renseignements retirés
        ---@field le? sceau.jour le jour de la décision
        ---@field regime? string le régime imposé
        ---@field donnees? table<string, table[]> les lignes qui remplacent celles d’un tableau
        ---@field parametres? table<string, any> les valeurs qui remplacent celles des paramètres
        ---@field options? string[] les dossiers facultatifs qui sont inclus
        ---@field note? string d’où vient le cas
        ---@field attend? sceau.attente

        ---@class sceau.essai.tableau : sceau.essai
        ---@field colonnes string[] les chemins qui varient ; « => avis » et les autres sont attendus
        ---@field lignes any[][] un cas par ligne

        ---@class sceau.essai.propriete
        ---@field fait string ce qui varie : un renseignement, ou parametres.x
        ---@field valeurs any[] les valeurs, en ordre croissant
        ---@field resultat string ce qui est observé
        ---@field sens "constant"|"croissant"|"decroissant"
        ---@field dossiers? integer combien de dossiers sont engendrés
        ---@field graine? integer
        ---@field regime string le régime des dossiers engendrés

        --- un dossier, et l’avis attendu
        ---@param nom string
        ---@return fun(contenu: sceau.essai)
        function cas(nom) end

        --- un cas par ligne
        ---@param nom string
        ---@return fun(contenu: sceau.essai.tableau)
        function tableau(nom) end

        --- ce qui doit rester constant, croître ou décroître quand un renseignement varie
        ---@param nom string
        ---@return fun(contenu: sceau.essai.propriete)
        function propriete(nom) end

        --- un changement des règles que les cas ne peuvent pas voir, et pourquoi
        ---@param nom string le nom du mutant, tel que « sceau test --mutate » l’écrit
        ---@return fun(contenu: { raison: string })
        function survivant(nom) end

        --- à la place d’une valeur : le renseignement est retiré
        absent = {}

        """
}
