#!/usr/bin/env python3
"""Measures sceau beside other engines and writes RESULTS.md. See README.md.

SPDX-License-Identifier: MIT
"""

import os
import sys

import agreement
import experiments
import machine
import preparation
import report
import short_line
from engines import all_engines
from paths import BUILD, RESULTS


def scale():
    """How much to measure: QUICK=1 tries everything in a minute, FULL=1 goes up to 1 M dossiers."""
    if os.environ.get("QUICK"):
        return experiments.QUICK
    return experiments.FULL if os.environ.get("FULL") else experiments.USUAL


def say(text):
    print(text, file=sys.stderr, flush=True)


def sections(size):
    """The sections of the report, each as soon as it is measured."""
    load = machine.load()
    say("preparing: peers, programs, policies, dossiers")
    preparation.peers()
    preparation.programs()
    preparation.compared_policies()
    yield report.HEAD
    yield report.machine(machine.description(load))
    engines = all_engines()
    file = preparation.dossier_file(size.count)
    say("agreement")
    agreed = agreement.check(engines, file)
    verdicts = agreement.outcome_file(next(one for one in engines if one.full), file)
    coverage = short_line.coverage(verdicts)
    yield report.agreement(agreed, coverage)
    say("comparison")
    yield report.comparison(*experiments.comparison(engines, size), size.count)
    yield report.cannot()
    say("instructions")
    yield report.instructions(experiments.instructions(engines, size))
    say("workers")
    yield report.workers(experiments.workers(engines, size))
    say("growth with the dossiers")
    yield report.growth(experiments.growth(engines, size))
    say("growth with the rules")
    yield report.rules(experiments.rules(size))
    say("sizes")
    yield report.sizes(experiments.sizes(engines, size))


def main():
    if not BUILD.exists():
        raise SystemExit(f"{BUILD} is not there: build it first (make build)")
    text = "\n".join(sections(scale()))
    if scale() is experiments.QUICK:
        print(text)
    else:
        RESULTS.write_text(text, encoding="utf-8")
        say(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
