"""Makes what the benchmark runs: the Python peers, the C floors, the policies, the dossiers.

SPDX-License-Identifier: MIT
"""

import re
import shutil
import subprocess
import sys

import dossiers
import policy_texts
import tables
from paths import BUILD, BUILT, DOSSIERS, ENVIRONMENT, HERE, POLICIES, PROGRAMS, SCEAU

SHARED = ("text", "json", "days", "facts", "outcome", "batch")
WITH_LUA = ("lua_facts", "lua_host")
FOR_VERDICTS = ("trace", "sha256", "findings", "verdict")
WARNINGS = ("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror")


def peers():
    """A virtual environment with the packages of requirements.txt, made again when they change."""
    wanted = HERE / "requirements.txt"
    installed = ENVIRONMENT / "requirements.txt"
    if installed.exists() and installed.read_text() == wanted.read_text():
        return
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    subprocess.run([ENVIRONMENT / "bin" / "pip", "install", "-q", "-r", wanted], check=True)
    shutil.copy(wanted, installed)


def programs():
    """Sceau as it is installed, and the C programs with the policy's tables written for them."""
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-debug", "-o", SCEAU, BUILD], check=True)
    tables.write_c(PROGRAMS / "tables.h")
    tables.write_lua(PROGRAMS / "tables.lua")
    policy_texts.write_lua(PROGRAMS / "texts.lua")
    lua = _words("pkg-config", "--cflags", "--libs", "lua5.4")
    _compile("hard_coded", (*SHARED, "hard_coded"))
    _compile("lua_rules", (*SHARED, *WITH_LUA, "lua_rules"), lua)
    _compile("lua_verdicts", (*SHARED, *WITH_LUA, *FOR_VERDICTS, "lua_verdicts"), lua)
    _compile("empty", ("empty",))
    _compile("measure", ("measure",))


def _compile(program, sources, options=()):
    files = [HERE / "floors" / f"{source}.c" for source in sources]
    command = ["cc", "-O2", "-std=c11", *WARNINGS, f"-I{PROGRAMS}", *files]
    subprocess.run([*command, "-o", PROGRAMS / program, *options, "-pthread"], check=True)


def _words(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def compared_policies():
    """The shipped policies without flags and calculs, which no other engine here is given."""
    into = BUILT / "policies"
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(POLICIES, into, ignore=shutil.ignore_patterns("tests"))
    for file in into.rglob("*.lua"):
        text = file.read_text(encoding="utf-8")
        left = re.sub(r'^(signalement|calcul) ".*?^}\n', "", text, flags=re.MULTILINE | re.DOTALL)
        if re.search(r'^\w+ (".*" )?{$', left, flags=re.MULTILINE):
            file.write_text(left, encoding="utf-8")
        else:
            file.unlink()
    return into


def dossier_file(count, scale=1):
    """The file of `count` dossiers, drawn unless it is there already."""
    DOSSIERS.mkdir(parents=True, exist_ok=True)
    path = DOSSIERS / f"{count}-x{scale}-{dossiers.fingerprint()}.ndjson"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        dossiers.write(unfinished, count, scale=scale)
        unfinished.rename(path)
    return path
