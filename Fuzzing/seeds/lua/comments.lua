#!/usr/bin/lua
--[==[ long ]] ]==] return --[[ x ]] 1 -- last
