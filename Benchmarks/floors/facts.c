/* The facts of a dossier that the rules read, and no others.
   SPDX-License-Identifier: MIT */

#include "facts.h"

#include "json.h"

#define IS(key, literal) same(key, TEXT(literal))

/* One more item at the end of a list. */
#define ADDED(list)                                                                            \
    ((list).items = with_room((list).items, &(list).capacity, (list).count + 1,                \
                              sizeof *(list).items),                                           \
     &(list).items[(list).count++])

static void read_applicant(Facts *facts, Json *json) {
    Text key;
    json_enter(json, '{');
    while (json_next_key(json, &key)) {
        if (IS(key, "nature"))
            facts->nature = json_text(json);
        else if (IS(key, "siren"))
            facts->siren = json_text(json);
        else if (IS(key, "rna"))
            facts->rna = json_text(json);
        else if (IS(key, "code_insee"))
            facts->insee = json_text(json);
        else if (IS(key, "categorie_juridique"))
            facts->category = json_text(json);
        else if (facts->with_texts && IS(key, "nom"))
            facts->name = json_text(json);
        else
            json_skip(json);
    }
}

static int read_length(Json *json) {
    int length = 0;
    json_enter(json, '[');
    for (; json_next_item(json); length++)
        json_skip(json);
    return length;
}

static void read_expert(Facts *facts, Json *json) {
    Text key;
    json_enter(json, '{');
    while (json_next_key(json, &key)) {
        if (IS(key, "statut"))
            *ADDED(facts->statuses) = json_text(json);
        else
            json_skip(json);
    }
}

static void read_experts(Facts *facts, Expertise *expertise, Json *json) {
    expertise->first_expert = facts->statuses.count;
    json_enter(json, '[');
    while (json_next_item(json))
        read_expert(facts, json);
    expertise->experts = facts->statuses.count - expertise->first_expert;
}

static void read_expertise(Facts *facts, Json *json) {
    Expertise expertise = {0};
    Text key;
    json_enter(json, '{');
    while (json_next_key(json, &key)) {
        if (IS(key, "domaine"))
            expertise.domain = json_text(json);
        else if (IS(key, "savoir_faire"))
            expertise.know_how = json_text(json);
        else if (IS(key, "references"))
            expertise.references = read_length(json);
        else if (IS(key, "experts"))
            read_experts(facts, &expertise, json);
        else if (IS(key, "conditions"))
            expertise.conditions = json_text(json);
        else if (facts->with_texts && IS(key, "intitule"))
            expertise.title = json_text(json);
        else
            json_skip(json);
    }
    *ADDED(facts->expertises) = expertise;
}

static void read_request(Facts *facts, Json *json) {
    Request request = {0};
    Text key;
    json_enter(json, '{');
    while (json_next_key(json, &key)) {
        if (IS(key, "pays"))
            request.country = json_text(json);
        else if (IS(key, "origine"))
            request.origin = json_text(json);
        else if (IS(key, "precise"))
            request.precise = json_boolean(json);
        else if (IS(key, "urgente"))
            request.urgent = json_boolean(json);
        else if (facts->with_texts && IS(key, "demandeur"))
            request.requester = json_text(json);
        else if (facts->with_texts && IS(key, "reponse_attendue_le"))
            request.answer_by = day_of(json_text(json));
        else if (facts->with_texts && IS(key, "mission_prevue_le"))
            request.mission_on = day_of(json_text(json));
        else
            json_skip(json);
    }
    *ADDED(facts->requests) = request;
}

static void read_label(Facts *facts, Json *json) {
    Label label = {0};
    Text key;
    json_enter(json, '{');
    while (json_next_key(json, &key)) {
        if (IS(key, "regime"))
            label.regime = json_text(json);
        else if (IS(key, "domaine"))
            label.domain = json_text(json);
        else if (IS(key, "accorde_le"))
            label.granted = day_of(json_text(json));
        else if (IS(key, "expire_le"))
            label.expires = day_of(json_text(json));
        else
            json_skip(json);
    }
    *ADDED(facts->labels) = label;
}

static void read_objective(Facts *facts, Json *json) {
    *ADDED(facts->objectives) = json_text(json);
}

static void read_list(Facts *facts, Json *json, void (*read)(Facts *, Json *)) {
    json_enter(json, '[');
    while (json_next_item(json))
        read(facts, json);
}

static void clear(Facts *facts, size_t line_length) {
    facts->nature = facts->siren = facts->rna = facts->insee = facts->category = (Text){0};
    facts->objectives.count = facts->expertises.count = facts->statuses.count = 0;
    facts->requests.count = facts->labels.count = 0;
    facts->spare = with_room(facts->spare, &facts->spare_capacity, line_length, 1);
}

bool read_facts(Facts *facts, Text line) {
    clear(facts, line.length);
    Json json = {line.bytes, facts->spare, false};
    Text key;
    json_enter(&json, '{');
    while (json_next_key(&json, &key)) {
        if (IS(key, "numero"))
            facts->number = json_raw_text(&json);
        else if (IS(key, "depose_le"))
            facts->filed = day_of(json_text(&json));
        else if (IS(key, "nature_demande"))
            facts->request = json_text(&json);
        else if (IS(key, "objectifs"))
            read_list(facts, &json, read_objective);
        else if (IS(key, "collectivite"))
            read_applicant(facts, &json);
        else if (IS(key, "expertises"))
            read_list(facts, &json, read_expertise);
        else if (IS(key, "demandes"))
            read_list(facts, &json, read_request);
        else if (IS(key, "labels"))
            read_list(facts, &json, read_label);
        else
            json_skip(&json);
    }
    return !json.broken;
}
