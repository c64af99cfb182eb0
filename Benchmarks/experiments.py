"""What is measured, one function a table: each gives the rows of its table.

SPDX-License-Identifier: MIT
"""

import dataclasses

import agreement
import measuring
import preparation
import synthetic
from engines import lua_floor, native, sceau
from paths import PROGRAMS


@dataclasses.dataclass(frozen=True)
class Scale:
    """How much is measured."""

    command: str  # what the reader types for it
    count: int  # dossiers of the main comparison
    rounds: int
    starts: int  # rounds of one dossier, for the cold starts of the main comparison
    growth: tuple  # dossiers
    rules: tuple
    rules_count: int  # dossiers for the tables of rules and of sizes
    sizes: tuple  # multiples of a dossier's texts and lists
    counted: int  # dossiers under callgrind: enough to spread what the first of them load
    analysed: tuple  # rules of the policies that are analysed


USUAL = Scale(
    "make benchmark",
    10_000,
    5,
    25,
    (1_000, 10_000, 100_000),
    (10, 100, 1_000),
    300,
    (1, 4, 16),
    1_000,
    (10, 40, 100),
)
FULL = dataclasses.replace(
    USUAL, command="FULL=1 make benchmark", growth=(*USUAL.growth, 1_000_000)
)
SHORT = dataclasses.replace(
    USUAL,
    command="SHORT=1 make benchmark",
    count=3_000,
    rounds=3,
    growth=(1_000, 10_000),
    rules_count=100,
)
QUICK = Scale("QUICK=1 make benchmark", 500, 1, 1, (200, 500), (10, 100), 50, (1, 4), 20, (10,))


def comparison(engines, scale):
    """Per engine: µs a dossier, of which handing over (None for none), cold ms, peak MiB."""
    file, single = preparation.dossier_file(scale.count), preparation.dossier_file(1)
    crossing = [engine for engine in engines if engine.hands_over]

    def commands(path):
        return [engine.on(path) for engine in engines] + [
            engine.handing_over(path) for engine in crossing
        ]

    runs = measuring.in_turn(commands(file), scale.rounds)
    # A start is short, and its time the least steady.
    *starts, empty = measuring.in_turn([*commands(single), [PROGRAMS / "empty"]], scale.starts)
    many, one = runs[: len(engines)], starts[: len(engines)]
    handed = {
        engine: measuring.per_dossier(m, o, scale.count)
        for engine, m, o in zip(crossing, runs[len(engines) :], starts[len(engines) :])
    }
    rows = [
        (
            engine,
            measuring.per_dossier(m, o, scale.count),
            handed.get(engine),
            o.wall / 1000,
            m.peak / 1024,
        )
        for engine, m, o in zip(engines, many, one)
    ]
    return rows, empty.wall / 1000


def instructions(engines, scale):
    """Per engine that is no binding: instructions a dossier, and to start and do one."""
    file, single = preparation.dossier_file(scale.counted), preparation.dossier_file(1)
    for engine in engines:
        if engine.kind == "peer":
            continue
        one = measuring.instructions(engine.on(single))
        many = measuring.instructions(engine.on(file))
        yield engine, (many - one) / (scale.counted - 1), one


def workers(engines, scale):
    """Per engine with workers: dossiers a second with one and with two, on the largest file."""
    count = max(size for size in scale.growth if size <= 100_000)
    file, single = preparation.dossier_file(count), preparation.dossier_file(1)
    for engine in engines:
        if engine.jobs is None:
            continue
        alone, both, one = measuring.in_turn(
            [engine.on(file), engine.on(file, jobs=2), engine.on(single)], scale.rounds
        )
        wall = [measuring.per_dossier(many, one, count, "wall") for many in (alone, both)]
        yield engine, wall[0], wall[1]


def growth(engines, scale):
    """Per number of dossiers, per engine that is no script: microseconds a dossier, peak MiB."""
    single = preparation.dossier_file(1)
    for count in scale.growth:
        file = preparation.dossier_file(count)
        rounds = scale.rounds if count <= 10_000 else 1
        for engine in native(engines):
            many, one = measuring.in_turn([engine.on(file), engine.on(single)], rounds)
            yield count, engine, measuring.per_dossier(many, one, count), many.peak / 1024


def rules(scale):
    """Per number of rules, ours and C with Lua: microseconds a dossier, cold milliseconds."""
    file, single = preparation.dossier_file(scale.rules_count), preparation.dossier_file(1)
    for count in scale.rules:
        policies, plain = synthetic.policies(count)
        pair = [sceau("sceau", policies), lua_floor(plain)]
        agreement.check(pair, file)
        commands = [engine.on(path) for engine in pair for path in (file, single)]
        runs = measuring.in_turn(commands, scale.rounds)
        for place, engine in enumerate(pair):
            many, one = runs[2 * place], runs[2 * place + 1]
            cost = measuring.per_dossier(many, one, scale.rules_count)
            yield count, engine, cost, one.wall / 1000


def sizes(engines, scale):
    """Per size of a dossier in bytes, per engine that is no script: microseconds a dossier."""
    for factor in scale.sizes:
        file = preparation.dossier_file(scale.rules_count, factor)
        single = preparation.dossier_file(1, factor)
        size = file.stat().st_size / scale.rules_count
        native_engines = native(engines)
        agreement.check(native_engines, file)
        commands = [engine.on(path) for engine in native_engines for path in (file, single)]
        runs = measuring.in_turn(commands, scale.rounds)
        for place, engine in enumerate(native_engines):
            many, one = runs[2 * place], runs[2 * place + 1]
            yield size, engine, measuring.per_dossier(many, one, scale.rules_count)
