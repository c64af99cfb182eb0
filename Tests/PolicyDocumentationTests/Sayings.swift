// Expressions of rules, and what an officer reads of each.
// SPDX-License-Identifier: MIT

/// The two families of expressions.
enum Sayings {
    static let conditions: [Saying] = logic + comparisons + predicates + lists

    static let values: [Saying] = names + arithmetic + days + functions + texts

    // MARK: - Conditions

    private static let logic = [
        Saying(
            "demande.precise and demande.urgente",
            "« demande précise » vaut oui et « demande urgente » vaut oui"),
        Saying(
            "demande.precise or demande.urgente and demande.precise",
            "« demande précise » vaut oui ou (« demande urgente » vaut oui et « demande précise » vaut oui)"
        ),
        Saying("not demande.precise", "« demande précise » vaut non"),
        Saying("not (not demande.precise)", "« demande précise » vaut oui"),
        Saying(
            "not (demande.precise and demande.pays == \"TV\")",
            "« demande précise » vaut non ou « pays de la mission » n’est pas « Tuvalu (TV) »"),
        Saying(
            "not (demande.precise or demande.urgente)",
            "« demande précise » vaut non et « demande urgente » vaut non"),
        Saying("true", "c’est toujours le cas"),
        Saying("not toujours", "ce n’est jamais le cas"),
        Saying(
            "si_sinon(demande.urgente, demande.precise, false)",
            "si « demande urgente » vaut oui, « demande précise » vaut oui ; sinon, ce n’est jamais le cas"
        ),
    ]

    private static let comparisons = [
        Saying(
            "collectivite.nature == \"service_etat\"",
            "« nature de l’organisme » est « service de l’État »"),
        Saying(
            "collectivite.nature ~= \"service_etat\"",
            "« nature de l’organisme » n’est pas « service de l’État »"),
        Saying(
            "\"service_etat\" == collectivite.nature",
            "« nature de l’organisme » est « service de l’État »"),
        Saying("collectivite.population == 3", "« population » vaut 3"),
        Saying("collectivite.population ~= 3", "« population » ne vaut pas 3"),
        Saying("not (collectivite.population == 3)", "« population » ne vaut pas 3"),
        Saying("collectivite.outre_mer == false", "« situé outre-mer » vaut non"),
        Saying("collectivite.siren == nil", "« numéro SIREN » manque"),
        Saying("collectivite.siren ~= nil", "« numéro SIREN » ne manque pas"),
        Saying(
            "collectivite.nom == expertise.domaine",
            "« nom de l’organisme » coïncide avec « domaine de l’expertise »"),
        Saying(
            "collectivite.nom ~= expertise.domaine",
            "« nom de l’organisme » ne coïncide pas avec « domaine de l’expertise »"),
        Saying("collectivite.population < 2000", "« population » n’atteint pas 2 000"),
        Saying("collectivite.population <= plafond", "« population » ne dépasse pas 12"),
        Saying("collectivite.population > 2000", "« population » dépasse 2 000"),
        Saying("collectivite.population >= 2000", "« population » vaut au moins 2 000"),
        Saying("2000 < collectivite.population", "« population » dépasse 2 000"),
        Saying("2000 >= collectivite.population", "« population » ne dépasse pas 2 000"),
        Saying("not (collectivite.population < 2000)", "« population » vaut au moins 2 000"),
        Saying("not (collectivite.population <= 2000)", "« population » dépasse 2 000"),
        Saying(
            "nombre(expertise.references) >= minimum",
            "le nombre d’éléments de « références de l’expertise » vaut au moins « Nombre minimal » (1)"
        ),
        Saying(
            "presence[demande.pays].nombre <= seuil",
            "nombre (tableau presence, ligne « pays de la mission ») ne dépasse pas « Seuil de présence » (10 coopérations jusqu’au 31 décembre 2021, puis 15 coopérations)"
        ),
        Saying(
            "decision.date < jour \"2022-01-01\"",
            "le jour de la décision vient avant le 1er janvier 2022"),
        Saying(
            "dossier.depose_le <= decision.date",
            "« jour du dépôt, à l’heure de Paris » ne vient pas après le jour de la décision"),
        Saying(
            "decision.date > jour \"2022-01-02\"",
            "le jour de la décision vient après le 2 janvier 2022"),
        Saying(
            "decision.date >= jour \"2022-01-02\"",
            "le jour de la décision ne vient pas avant le 2 janvier 2022"),
        Saying(
            "decision.date == jour \"2022-01-02\"",
            "le jour de la décision est le 2 janvier 2022"),
    ]

    private static let predicates = [
        Saying(
            "parmi(collectivite.nature, natures_associatives)",
            "« nature de l’organisme » est l’une de ces valeurs : association de collectivités ou réseau"
        ),
        Saying(
            "not parmi(collectivite.nature, { \"gip\", \"petr\", \"autre\" })",
            "« nature de l’organisme » n’est aucune de ces valeurs : groupement d’intérêt public, pôle d’équilibre territorial et rural ou autre"
        ),
        Saying("parmi(demande.pays, seul)", "« pays de la mission » est « Mongolie (MN) »"),
        Saying(
            "parmi(demande.pays, pays_vises)",
            "« pays de la mission » est l’une de ces valeurs : Estonie (EE), Éthiopie (ET) ou France (FR)"
        ),
        Saying("parmi(demande.pays, {})", "ce n’est jamais le cas"),
        Saying(
            "parmi(demande.pays, presence)",
            "« pays de la mission » figure au tableau presence"),
        Saying(
            "not parmi(demande.pays, presence)",
            "« pays de la mission » ne figure pas au tableau presence"),
        Saying(
            "parmi(\"promotion\", dossier.objectifs)",
            "« objectifs du programme visés » comprend « promotion de l’expertise française »"),
        Saying(
            "not parmi(\"promotion\", dossier.objectifs)",
            "« objectifs du programme visés » ne comprend pas « promotion de l’expertise française »"
        ),
        Saying(
            "entre(collectivite.population, 2000, 10000)",
            "« population » se situe entre 2 000 et 10 000, bornes comprises"),
        Saying(
            "not entre(collectivite.population, 1, 2)",
            "« population » ne se situe pas entre 1 et 2, bornes comprises"),
        Saying(
            "string.match(collectivite.nom, \"^%u\") ~= nil",
            "« nom de l’organisme » contient un passage de la forme \"^%u\""),
        Saying(
            "string.find(collectivite.nom, \"%d\") == nil",
            "« nom de l’organisme » ne contient aucun passage de la forme \"%d\""),
        Saying("connu(collectivite.siren)", "« numéro SIREN » figure au dossier"),
        Saying("not connu(collectivite.siren)", "« numéro SIREN » ne figure pas au dossier"),
        Saying(
            "renseigne(prochain)", "on connaît « Prochain comité » (CAL-1), et ce n’est pas rien"),
        Saying(
            "not renseigne(prochain)",
            "on ne connaît pas « Prochain comité » (CAL-1), ou ce n’est rien"),
        Saying("connu(prochain)", "on connaît « Prochain comité » (CAL-1)"),
        Saying("not connu(prochain)", "on ne connaît pas « Prochain comité » (CAL-1)"),
        Saying(
            "renseigne(expertise.domaine)",
            "« domaine de l’expertise » figure au dossier et n’est pas vide"),
        Saying(
            "not renseigne(expertise.domaine)",
            "« domaine de l’expertise » manque au dossier ou est vide"),
        Saying(
            "contient(expertise.domaine, \"eau\")", "« domaine de l’expertise » contient « eau »"),
        Saying(
            "not contient(expertise.domaine, \"eau\")",
            "« domaine de l’expertise » ne contient pas « eau »"),
        Saying(
            "commence_par(collectivite.code_insee, \"97\")",
            "« code INSEE de la commune » commence par « 97 »"),
        Saying(
            "peu(expertise.experts, 2)",
            "le nombre d’éléments de « experts mobilisables » n’atteint pas 2"),
        Saying(
            "not peu(expertise.experts, 2)",
            "le nombre d’éléments de « experts mobilisables » vaut au moins 2"),
        Saying("est(collectivite.nom, \"a\")", "« nom de l’organisme » est « a »"),
        Saying("meme(collectivite.nom)", "« nom de l’organisme » est « a »"),
        Saying(
            "boucle(dossier.labels)", "la fonction boucle répond oui pour « labels déjà obtenus »"),
        Saying(
            "existe(dossier.partenariats, actif)",
            "il y a dans « partenariats de coopération décentralisée » au moins un élément tel que « partenariat actif » de cet élément vaut oui"
        ),
        Saying(
            "court(expertise.domaine)",
            "la fonction court répond oui pour « domaine de l’expertise »"),
        Saying(
            "not court(expertise.domaine)",
            "la fonction court répond non pour « domaine de l’expertise »"),
    ]

    private static let lists = [
        Saying(
            "existe(expertise.experts, { statut = \"elu\" })",
            "il y a dans « experts mobilisables » au moins un élément dont « statut de l’expert » est « élu »"
        ),
        Saying(
            "not existe(expertise.references, { type = \"prix\", annee = 2019 })",
            "il n’y a dans « références de l’expertise » aucun élément dont « type de référence » est « prix » et « année » vaut 2019"
        ),
        Saying(
            "existe(comites, function(c) return c.date >= decision.date end)",
            "il y a dans le tableau comites au moins une ligne telle que date de cette ligne ne vient pas avant le jour de la décision"
        ),
        Saying(
            "existe(dossier.labels, function(l) return not (l.regime == \"x\" or court(l.domaine)) end)",
            "il y a dans « labels déjà obtenus » au moins un élément tel que « régime du label » de cet élément n’est pas « x » et la fonction court répond non pour « domaine du label » de cet élément"
        ),
        Saying(
            "existe(expertise.experts, court)",
            "il y a dans « experts mobilisables » au moins un élément tel que la fonction court répond oui pour cet élément"
        ),
        Saying(
            "existe(expertise.experts, function(e) return existe(e.langues, function(l) return l == \"fr\" end) end)",
            "il y a dans « experts mobilisables » au moins un élément tel qu’il y a dans « langues parlées » de cet élément au moins un élément tel que cet élément (l) est « fr »"
        ),
        Saying(
            "tous(expertise.experts, { statut = \"agent\" })",
            "chaque élément de « experts mobilisables » est tel que « statut de l’expert » est « agent »"
        ),
        Saying(
            "not tous(expertise.experts, { statut = \"agent\" })",
            "il y a dans « experts mobilisables » au moins un élément tel que « statut de l’expert » n’est pas « agent »"
        ),
    ]

    // MARK: - Values

    private static let names = [
        Saying("collectivite.nom", "« nom de l’organisme »"),
        Saying("dossier.collectivite.nom", "« nom de l’organisme »"),
        Saying(
            "dossier.obligations.atlas_a_jour", "« atlas de la coopération décentralisée à jour »"),
        Saying("dossier.complements.taille", "« taille du service »"),
        Saying("decision.date", "le jour de la décision"),
        Saying("minimum", "« Nombre minimal » (1)"),
        Saying("prochain", "« Prochain comité » (CAL-1)"),
        Saying("presence[\"ML\"]", "la ligne « Mali (ML) » du tableau presence"),
        Saying("dossier[\"numero\"]", "« numéro du dossier »"),
        Saying("expertise.experts[1]", "l’élément 1 de « experts mobilisables »"),
        Saying("plafond", "12"),
        Saying("remplie", "la valeur préparée remplie"),
        Saying("nil", "rien"),
        Saying("{ \"a\", \"b\" }", "« a » et « b »"),
        Saying("{ a = 1 }", "a : 1"),
        Saying("demande.precise == true", "le fait que « demande précise » vaut oui"),
        Saying("sans_comment()", "3"),
        Saying(
            "taille(collectivite.nom)",
            "ce que donne la fonction taille pour « nom de l’organisme »"),
    ]

    private static let arithmetic = [
        Saying("collectivite.population + 1", "« population » plus 1"),
        Saying(
            "taille(collectivite.nom) - 1",
            "(ce que donne la fonction taille pour « nom de l’organisme ») moins 1"),
        Saying(
            "taille(si_sinon(demande.urgente, \"a\", \"b\"))",
            "ce que donne la fonction taille pour (« a » si « demande urgente » vaut oui, « b » sinon)"
        ),
        Saying("collectivite.population - 1", "« population » moins 1"),
        Saying("(collectivite.population + 1) * 2", "(« population » plus 1) multiplié par 2"),
        Saying("collectivite.population / 2", "« population » divisé par 2"),
        Saying("collectivite.population // 2", "le quotient entier de « population » par 2"),
        Saying("collectivite.population % 2", "le reste de la division de « population » par 2"),
        Saying("collectivite.population ^ 2", "« population » à la puissance 2"),
        Saying("collectivite.nom .. \"x\"", "« nom de l’organisme » suivi de « x »"),
        Saying("collectivite.population & 1", "le « et » binaire de « population » et de 1"),
        Saying("collectivite.population | 1", "le « ou » binaire de « population » et de 1"),
        Saying(
            "collectivite.population ~ 1", "le « ou exclusif » binaire de « population » et de 1"),
        Saying(
            "collectivite.population << 1",
            "le décalage de « population » vers la gauche, bits : 1"),
        Saying(
            "collectivite.population >> 1",
            "le décalage de « population » vers la droite, bits : 1"),
        Saying("-collectivite.population", "l’opposé de « population »"),
        Saying("#collectivite.nom", "la longueur de « nom de l’organisme »"),
        Saying("~collectivite.population", "l’inverse binaire de « population »"),
        Saying("-2.5", "-2,5"),
        Saying("\"\"", "un texte vide"),
        Saying("not demande.precise", "le fait que « demande précise » vaut non"),
    ]

    private static let days = [
        Saying("jour \"2020-07-01\"", "le 1er juillet 2020"),
        Saying("ans(1)", "1 an"),
        Saying("mois(6)", "6 mois"),
        Saying("jours(15)", "15 jours"),
        Saying("ans(duree)", "« Durée du label » (3 ans)"),
        Saying("mois(duree)", "« Durée du label » (3 ans), en mois"),
        Saying(
            "decision.date + ans(duree) - jours(1)",
            "le jour de la décision, plus « Durée du label » (3 ans), moins 1 jour"),
        Saying(
            "decision.date - dossier.depose_le",
            "le nombre de jours de « jour du dépôt, à l’heure de Paris » au jour de la décision"),
        Saying(
            "ans_revolus(dossier.depose_le, decision.date)",
            "le nombre d’années entières de « jour du dépôt, à l’heure de Paris » au jour de la décision"
        ),
        Saying(
            "mois_revolus(decision.date, jour \"2024-05-01\")",
            "le nombre de mois entiers du jour de la décision au 1er mai 2024"),
    ]

    private static let functions = [
        Saying("nombre(comites)", "le nombre de lignes du tableau comites"),
        Saying(
            "compte(expertise.references, { type = \"prix\" })",
            "le nombre d’éléments de « références de l’expertise » dont « type de référence » est « prix »"
        ),
        Saying(
            "compte(comites, function(c) return c.date > decision.date end)",
            "le nombre de lignes du tableau comites telles que date de cette ligne vient après le jour de la décision"
        ),
        Saying(
            "somme(expertise.experts, function(e) return e.jours_par_an end)",
            "le total de « disponibilité annuelle » pour tous les éléments de « experts mobilisables »"
        ),
        Saying(
            "premier(comites, function(c) return c.limite > decision.date end).date",
            "date de la première ligne du tableau comites telle que limite de cette ligne vient après le jour de la décision"
        ),
        Saying(
            "premier(expertise.references, { type = \"prix\" }, nil)",
            "le premier élément de « références de l’expertise » dont « type de référence » est « prix » (à défaut : rien)"
        ),
        Saying(
            "defaut(collectivite.outre_mer, false)", "« situé outre-mer » (à défaut : non)"),
        Saying(
            "si_sinon(demande.urgente, 40, 10)", "40 si « demande urgente » vaut oui, 10 sinon"),
        Saying("math.floor(collectivite.population)", "« population » (à l’entier inférieur)"),
        Saying("math.ceil(collectivite.population)", "« population » (à l’entier supérieur)"),
        Saying("math.abs(plafond)", "la valeur absolue de 12"),
        Saying("math.sqrt(plafond)", "la racine carrée de 12"),
        Saying(
            "math.fmod(collectivite.population, 2)",
            "le reste de la division de « population » par 2"),
        Saying("math.tointeger(plafond)", "12 en nombre entier"),
        Saying("table.sort(remplie)", "table.sort(remplie)"),
        Saying("table.unpack(remplie)", "table.unpack(remplie)"),
        Saying(
            "assert(plafond, \"non\")", "12 (sans quoi la règle s’arrête)"),
        Saying("math.max(1, 2, plafond)", "le plus grand de : 1, 2 et 12"),
        Saying("math.min(1, 2)", "le plus petit de : 1 et 2"),
        Saying("parmi(1, { 1, 2 })", "le fait que 1 est l’une de ces valeurs : 1 ou 2"),
        Saying("ipairs(comites)", "ipairs(comites)"),
        Saying("pairs(comites)", "pairs(comites)"),
        Saying("table.insert(remplie, 1)", "table.insert(remplie, 1)"),
        Saying("table.remove(remplie)", "table.remove(remplie)"),
        Saying("error(\"non\")", "l’arrêt de la règle, avec le message « non »"),
    ]

    private static let texts = [
        Saying("nom_pays(demande.pays)", "le nom français de « pays de la mission »"),
        Saying("nom_pays(\"ET\")", "« Éthiopie »"),
        Saying("minuscules(expertise.domaine)", "« domaine de l’expertise » en minuscules"),
        Saying("majuscules(expertise.domaine)", "« domaine de l’expertise » en majuscules"),
        Saying(
            "joindre(dossier.objectifs, \", \")",
            "les textes de « objectifs du programme visés », mis bout à bout avec \", \" entre eux"),
        Saying(
            "table.concat(dossier.objectifs)",
            "les textes de « objectifs du programme visés », mis bout à bout"),
        Saying(
            "string.sub(collectivite.nom, 1, 2)",
            "les octets 1 à 2 de « nom de l’organisme »"),
        Saying("string.sub(collectivite.nom, 2)", "« nom de l’organisme » à partir de l’octet 2"),
        Saying("string.len(collectivite.nom)", "la longueur en octets de « nom de l’organisme »"),
        Saying(
            "extrait(collectivite.nom, 1, 2)",
            "les caractères 1 à 2 de « nom de l’organisme »"),
        Saying("extrait(collectivite.nom, 2)", "« nom de l’organisme » à partir du caractère 2"),
        Saying(
            "string.find(collectivite.nom, \"%d\")",
            "la place, en octets, du premier passage de la forme \"%d\" dans « nom de l’organisme »"
        ),
        Saying(
            "string.match(collectivite.nom, \"%d+\")",
            "le premier passage de la forme \"%d+\" dans « nom de l’organisme »"),
        Saying(
            "string.gmatch(collectivite.nom, \"%a+\")",
            "les passages de la forme \"%a+\" dans « nom de l’organisme »"),
        Saying(
            "string.gsub(collectivite.nom, \"%s+\", \"-\")",
            "« nom de l’organisme » où « - » remplace chaque passage de la forme \"%s+\""),
        Saying(
            "string.format(\"%d sur %d\", collectivite.population, 12)",
            "le texte \"%d sur %d\" rempli par « population » et 12"),
        Saying("string.format(\"rien\")", "le texte \"rien\""),
        Saying("string.rep(\"ab\", 2)", "« ab » répété 2 fois"),
        Saying("utf8.len(collectivite.nom)", "le nombre de caractères de « nom de l’organisme »"),
        Saying("utf8.char(233)", "le caractère Unicode 233"),
        Saying(
            "utf8.codepoint(collectivite.nom)",
            "le numéro Unicode du premier caractère de « nom de l’organisme »"),
        Saying("tostring(plafond)", "le texte de 12"),
        Saying("tonumber(collectivite.region)", "le nombre écrit dans « code de la région »"),
    ]
}
