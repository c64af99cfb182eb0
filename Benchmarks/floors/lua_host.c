/* What the programs with Lua share: loading rules, and the functions that these are given.
   SPDX-License-Identifier: MIT */

#include "lua_host.h"

#include "days.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

lua_State *new_machine(void) {
    lua_State *lua = luaL_newstate();
    if (lua == NULL)
        exit(1);
    luaL_openlibs(lua);
    return lua;
}

void stop(lua_State *lua) {
    fprintf(stderr, "%s\n", lua_tostring(lua, -1));
    exit(70);
}

static int host_lower(lua_State *lua) {
    Text text;
    text.bytes = luaL_checklstring(lua, 1, &text.length);
    luaL_Buffer buffer;
    lower_case(text, luaL_buffinitsize(lua, &buffer, text.length));
    luaL_pushresultsize(&buffer, text.length);
    return 1;
}

static int host_next_day(lua_State *lua) {
    lua_pushinteger(lua, next_day((Day)luaL_checkinteger(lua, 1)));
    return 1;
}

static int host_previous_day(lua_State *lua) {
    lua_pushinteger(lua, previous_day((Day)luaL_checkinteger(lua, 1)));
    return 1;
}

static int host_years_later(lua_State *lua) {
    Day day = (Day)luaL_checkinteger(lua, 1);
    lua_pushinteger(lua, years_later(day, (int)luaL_checkinteger(lua, 2)));
    return 1;
}

void push_host(lua_State *lua) {
    static const luaL_Reg FUNCTIONS[] = {
        {"lower", host_lower},
        {"next_day", host_next_day},
        {"previous_day", host_previous_day},
        {"years_later", host_years_later},
        {NULL, NULL},
    };
    luaL_newlib(lua, FUNCTIONS);
    lua_pushinteger(lua, DECISION);
    lua_setfield(lua, -2, "decision");
}

int function_of(lua_State *lua, const char *name) {
    if (lua_getfield(lua, -1, name) == LUA_TNIL) {
        lua_pop(lua, 1);
        return LUA_NOREF;
    }
    return luaL_ref(lua, LUA_REGISTRYINDEX);
}

Text text_of(lua_State *lua, const char *name) {
    lua_getfield(lua, -1, name);
    Text text = {"", 0};
    if (lua_isstring(lua, -1))
        text.bytes = lua_tolstring(lua, -1, &text.length);
    lua_pop(lua, 1);
    return text;
}

void run_file(lua_State *lua, const char *path, int arguments) {
    if (luaL_loadfile(lua, path) != LUA_OK)
        stop(lua);
    lua_insert(lua, -1 - arguments);
    if (lua_pcall(lua, arguments, 1, 0) != LUA_OK)
        stop(lua);
}
