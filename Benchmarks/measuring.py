"""Whole processes, timed in turn; instructions under callgrind.

SPDX-License-Identifier: MIT
"""

import dataclasses
import re
import statistics
import subprocess

from paths import BUILT, PROGRAMS


@dataclasses.dataclass(frozen=True)
class Run:
    """What one process cost, or the medians of several."""

    cpu: float  # microseconds, user and system
    wall: float  # microseconds
    peak: float  # KiB


def run(command):
    """Runs a command once, its output thrown away."""
    measured = subprocess.run(
        [PROGRAMS / "measure", *command], check=True, stdout=subprocess.PIPE, text=True
    )
    cpu, wall, peak, status = map(int, measured.stdout.split())
    if status != 0:
        raise SystemExit(f"status {status}: {' '.join(map(str, command))}")
    return Run(cpu, wall, peak)


def in_turn(commands, rounds):
    """Runs every command once a round (A B C … A B C …); the medians, in the order given."""
    runs = [[] for _ in commands]
    for _ in range(rounds):
        for one, command in zip(runs, commands):
            one.append(run(command))
    return [_medians(one) for one in runs]


def _medians(runs):
    fields = ("cpu", "wall", "peak")
    return Run(*(statistics.median(getattr(one, field) for one in runs) for field in fields))


def per_dossier(many, one, count, field="cpu"):
    """Microseconds a dossier, what the process costs with a single one taken out."""
    return (getattr(many, field) - getattr(one, field)) / (count - 1)


def instructions(command):
    """How many instructions a command takes, under callgrind; repeatable but for hashing seeds."""
    profile = BUILT / "callgrind.out"
    counted = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", *command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return int(re.search(r"Collected : (\d+)", counted.stderr).group(1))
