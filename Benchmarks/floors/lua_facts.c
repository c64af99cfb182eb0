/* The facts of a dossier as Lua tables.
   SPDX-License-Identifier: MIT */

#include "lua_facts.h"

#define FIELDS(X) \
    X(depose_le) X(nature_demande) X(objectifs) X(collectivite) X(expertises) X(demandes) \
    X(labels) X(nature) X(siren) X(rna) X(code_insee) X(categorie_juridique) X(domaine) \
    X(savoir_faire) X(references) X(experts) X(statut) X(conditions) X(pays) X(origine) \
    X(precise) X(urgente) X(regime) X(accorde_le) X(expire_le) X(nom) X(intitule) X(demandeur) \
    X(reponse_attendue_le) X(mission_prevue_le)

#define ENUMERATED(name) F_##name,
#define NAMED(name) #name,
enum { FIELDS(ENUMERATED) FIELD_COUNT };
static const char *const FIELD_NAMES[] = {FIELDS(NAMED)};

void push_with_field_names(lua_State *lua, lua_CFunction function) {
    for (int i = 0; i < FIELD_COUNT; i++)
        lua_pushstring(lua, FIELD_NAMES[i]);
    lua_pushcclosure(lua, function, FIELD_COUNT);
}

/* Pushes the name of a field; its value is pushed next, and `set` puts both into the table below.
   [-0, +1, never raises] */
static void field(lua_State *lua, int name) {
    lua_pushvalue(lua, lua_upvalueindex(1 + name));
}

/* [-2, +0, may raise] */
static void set(lua_State *lua) {
    lua_rawset(lua, -3);
}

/* [-0, +0, may raise] */
static void set_text(lua_State *lua, int name, Text text) {
    if (text.bytes == NULL)
        return;
    field(lua, name);
    lua_pushlstring(lua, text.bytes, text.length);
    set(lua);
}

/* [-0, +0, may raise] */
static void set_integer(lua_State *lua, int name, lua_Integer value) {
    field(lua, name);
    lua_pushinteger(lua, value);
    set(lua);
}

/* [-0, +0, may raise] */
static void set_boolean(lua_State *lua, int name, bool value) {
    field(lua, name);
    lua_pushboolean(lua, value);
    set(lua);
}

/* [-0, +1, may raise] */
static void push_applicant(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, 0, 5);
    set_text(lua, F_nature, facts->nature);
    set_text(lua, F_siren, facts->siren);
    set_text(lua, F_rna, facts->rna);
    set_text(lua, F_code_insee, facts->insee);
    set_text(lua, F_categorie_juridique, facts->category);
    set_text(lua, F_nom, facts->name);
}

/* A list of which only the length counts. [-0, +1, may raise] */
static void push_length(lua_State *lua, int length) {
    lua_createtable(lua, length, 0);
    for (int i = 1; i <= length; i++) {
        lua_pushboolean(lua, true);
        lua_rawseti(lua, -2, i);
    }
}

/* [-0, +1, may raise] */
static void push_experts(lua_State *lua, const Facts *facts, const Expertise *expertise) {
    lua_createtable(lua, (int)expertise->experts, 0);
    for (size_t i = 0; i < expertise->experts; i++) {
        lua_createtable(lua, 0, 1);
        set_text(lua, F_statut, facts->statuses.items[expertise->first_expert + i]);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_expertises(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->expertises.count, 0);
    for (size_t i = 0; i < facts->expertises.count; i++) {
        const Expertise *expertise = &facts->expertises.items[i];
        lua_createtable(lua, 0, 5);
        set_text(lua, F_domaine, expertise->domain);
        set_text(lua, F_savoir_faire, expertise->know_how);
        set_text(lua, F_conditions, expertise->conditions);
        set_text(lua, F_intitule, expertise->title);
        field(lua, F_references);
        push_length(lua, expertise->references);
        set(lua);
        field(lua, F_experts);
        push_experts(lua, facts, expertise);
        set(lua);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_requests(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->requests.count, 0);
    for (size_t i = 0; i < facts->requests.count; i++) {
        const Request *request = &facts->requests.items[i];
        lua_createtable(lua, 0, 4);
        set_text(lua, F_pays, request->country);
        set_text(lua, F_origine, request->origin);
        set_boolean(lua, F_precise, request->precise);
        set_boolean(lua, F_urgente, request->urgent);
        set_text(lua, F_demandeur, request->requester);
        if (request->mission_on != 0) {
            set_integer(lua, F_reponse_attendue_le, request->answer_by);
            set_integer(lua, F_mission_prevue_le, request->mission_on);
        }
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_labels(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->labels.count, 0);
    for (size_t i = 0; i < facts->labels.count; i++) {
        const Label *label = &facts->labels.items[i];
        lua_createtable(lua, 0, 4);
        set_text(lua, F_regime, label->regime);
        set_text(lua, F_domaine, label->domain);
        set_integer(lua, F_accorde_le, label->granted);
        set_integer(lua, F_expire_le, label->expires);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_objectives(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->objectives.count, 0);
    for (size_t i = 0; i < facts->objectives.count; i++) {
        Text objective = facts->objectives.items[i];
        lua_pushlstring(lua, objective.bytes, objective.length);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

void push_dossier(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, 0, 7);
    push_expertises(lua, facts);
    push_requests(lua, facts);
    lua_pushvalue(lua, THE_DOSSIER);
    set_integer(lua, F_depose_le, facts->filed);
    set_text(lua, F_nature_demande, facts->request);
    field(lua, F_objectifs);
    push_objectives(lua, facts);
    set(lua);
    field(lua, F_collectivite);
    push_applicant(lua, facts);
    set(lua);
    field(lua, F_labels);
    push_labels(lua, facts);
    set(lua);
    field(lua, F_expertises);
    lua_pushvalue(lua, THE_EXPERTISES);
    set(lua);
    field(lua, F_demandes);
    lua_pushvalue(lua, THE_REQUESTS);
    set(lua);
    lua_pop(lua, 1);
}
