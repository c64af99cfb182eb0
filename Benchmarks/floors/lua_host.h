/* What the programs with Lua share: loading rules, and the functions that these are given.
   SPDX-License-Identifier: MIT */

#ifndef LUA_HOST_H
#define LUA_HOST_H

#include "text.h"

#include <lua.h>

enum { DECISION = 20240229 };

/* A new machine with Lua's libraries. */
lua_State *new_machine(void);

/* Prints the error on top and ends the program. */
void stop(lua_State *lua);

/* Pushes the functions that every rules file is given, in one table. [-0, +1, may raise] */
void push_host(lua_State *lua);

/* Pushes what a file returns; `arguments` values on top are handed to it. */
void run_file(lua_State *lua, const char *path, int arguments);

/* A reference to a function of the table on top, LUA_NOREF for none. */
int function_of(lua_State *lua, const char *name);

/* The text of a field of the table on top, which Lua keeps; empty for none. */
Text text_of(lua_State *lua, const char *name);

#endif
