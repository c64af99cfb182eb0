"""The engines that are compared: how each is run on a file of dossiers.

SPDX-License-Identifier: MIT
"""

import dataclasses
import functools
import json
import subprocess
from pathlib import Path

import preparation
from dossiers import DECISION
from paths import BUILT, ENVIRONMENT, HERE, POLICIES, PROGRAMS, SCEAU

CEDAR_PART = (
    "DEM-01 ELIG-01 ELIG-02 ELIG-03 EXP-01 EXP-04 EXP-05 "
    "IDENT-01 IDENT-02 IDENT-03 IDENT-04".split()
)


@dataclasses.dataclass(frozen=True)
class Engine:
    """A program that writes one line a dossier, and what it is compared by."""

    name: str
    command: tuple  # the file of dossiers goes where "{}" stands
    kind: str  # "ours", "floor" or "peer"
    jobs: tuple = None  # what the command ends on for two workers, None when it has one only
    part: tuple = None  # the criteria that it can say, None for the whole task
    full: bool = False  # whether it writes full verdicts, to be the same bytes as sceau's

    @property
    def hands_over(self):
        """Whether the dossier crosses a binding, whose share can be measured."""
        return Path(str(self.command[0])).name == "python"

    def handing_over(self, file):
        """The command that only hands the dossiers to the engine."""
        return [*self.on(file), "--hand-over"]

    def on(self, file, jobs=1):
        """The command for a file, with one worker or two."""
        words = [str(file) if word == "{}" else str(word) for word in self.command]
        return words + list(self.jobs or ()) if jobs == 2 else words


@functools.cache
def sceau_has(option):
    """Whether this build of Sceau knows an option of `evaluate`."""
    text = subprocess.run([SCEAU, "evaluate", "--help"], capture_output=True, text=True).stdout
    return option in text


def sceau(name, policies, full=False):
    """Sceau with one worker, writing short lines (as soon as it can) or full verdicts."""
    command = [SCEAU, "evaluate", "{}", "--format", "ndjson", "--le", DECISION.isoformat()]
    command += ["--policies", policies]
    if not full and sceau_has("--bref"):
        command.append("--bref")
    jobs = ("--jobs", "2") if sceau_has("--jobs") else None
    if jobs:
        command += ["--jobs", "1"]  # the last number counts
    return Engine(name, tuple(command), "ours", jobs, full=full)


def lua_floor(rules=HERE / "floors" / "rules.lua"):
    """C with Lua: the JSON scanner of `floors`, and the rules as Lua functions."""
    command = (PROGRAMS / "lua_rules", "{}", rules, PROGRAMS / "tables.lua")
    return Engine("C + Lua, only the fields that rules read", command, "floor", ("2",))


def verdict_floor():
    """C with Lua that writes full verdicts; sceau gives it what names the policy and the engine."""
    asked = sceau("", POLICIES, full=True).on(preparation.dossier_file(1))
    verdict = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    identity = (verdict["politique"]["empreinte"], verdict["moteur"])
    command = (PROGRAMS / "lua_verdicts", "{}", HERE / "floors" / "verdicts", PROGRAMS, *identity)
    return Engine("C + Lua, full verdicts", command, "floor", ("2",), full=True)


def python(name, script, kind="peer", part=None):
    """A Python script of `peers`, run by the interpreter of the virtual environment."""
    command = (ENVIRONMENT / "bin" / "python", HERE / "peers" / script, "{}")
    return Engine(name, command, kind, part=part)


def all_engines():
    """Every engine, in the order of the tables: short lines, ours first, then full verdicts."""
    return [
        sceau("sceau", BUILT / "policies"),
        Engine("C, rules hard-coded", (PROGRAMS / "hard_coded", "{}"), "floor", ("2",)),
        lua_floor(),
        python("Python hard-coded, orjson", "hard_coded.py", "floor"),
        python("Lua in Python (lupa), orjson", "lua_in_python.py"),
        python("Rego (regorus)", "rego.py"),
        python("GoRules ZEN", "zen_engine.py"),
        python("CEL (Rust)", "cel_rust.py"),
        python("Cedar (cedarpy), 11 of 19 criteria", "cedar.py", part=tuple(CEDAR_PART)),
        sceau("sceau, full verdicts", POLICIES, full=True),
        verdict_floor(),
    ]


def native(engines):
    """Those that are no Python scripts: what growth and instruction counts are measured for."""
    return [engine for engine in engines if not engine.hands_over]
