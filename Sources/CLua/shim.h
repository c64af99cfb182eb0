// Debian's Lua 5.4, found through pkg-config `lua5.4`.
// SPDX-License-Identifier: MIT

#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
