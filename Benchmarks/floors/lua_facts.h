/* The facts of a dossier as Lua tables.
   SPDX-License-Identifier: MIT */

#ifndef LUA_FACTS_H
#define LUA_FACTS_H

#include "facts.h"

#include <lua.h>

/* Where the tables of a dossier stand on the stack of the function that pushed them. The first
   argument of that function is its own. */
enum { THE_DOSSIER = 2, THE_EXPERTISES, THE_REQUESTS };

/* Makes a closure of `function` with the names of fields as upvalues, so that `push_dossier`
   looks none up again. [-0, +1, may raise] */
void push_with_field_names(lua_State *lua, lua_CFunction function);

/* Leaves the dossier, its expertises and its requests at their places; to be called by a function
   that `push_with_field_names` made, with its one argument on the stack. [-0, +3, may raise] */
void push_dossier(lua_State *lua, const Facts *facts);

#endif
