#!/usr/bin/env python3
"""Measures sceau beside other engines and writes RESULTS.md. See README.md.

SPDX-License-Identifier: MIT
"""

import os
import sys

import agreement
import analysis
import experiments
import machine
import preparation
import report
import short_line
from engines import all_engines
from paths import BUILD, RESULTS


def scale():
    """How much to measure, by the environment; see README.md."""
    for name in ("QUICK", "SHORT", "FULL"):
        if os.environ.get(name):
            return getattr(experiments, name)
    return experiments.USUAL


def say(text):
    print(text, file=sys.stderr, flush=True)


def sections(size, watch):
    """The sections of the report, each as soon as it is measured."""
    engines = all_engines()
    file = preparation.dossier_file(size.count)
    say("agreement")
    agreed = agreement.check(engines, file)
    verdicts = agreement.outcome_file(next(one for one in engines if one.full), file)
    yield report.agreement(agreed, short_line.coverage(verdicts))
    say("comparison")
    yield report.comparison(*experiments.comparison(engines, size), size.count)
    yield report.cannot()
    say("instructions")
    yield report.instructions(experiments.instructions(engines, size))
    say("workers")
    yield report.workers(list(experiments.workers(engines, size)), watch.shared())
    say("growth with the dossiers")
    yield report.growth(experiments.growth(engines, size))
    say("growth with the rules")
    yield report.rules(experiments.rules(size))
    say("sizes")
    yield report.sizes(experiments.sizes(engines, size))
    say("analysis")
    yield report.analysis(analysis.costs(size.analysed, size.rounds))


def profiles():
    """What was written by hand about profiles, which a new run keeps."""
    if not RESULTS.exists():
        return ""
    _, heading, text = RESULTS.read_text(encoding="utf-8").partition("\n## Profiles\n")
    return heading + text


def main():
    if not BUILD.exists():
        raise SystemExit(f"{BUILD} is not there: build it first (make build)")
    size = scale()
    say("preparing: peers, programs, policies, dossiers")
    preparation.peers()
    preparation.programs()
    preparation.compared_policies()
    watch = machine.Watch()
    measured = list(sections(size, watch))
    text = "\n".join([report.HEAD, report.machine(machine.description(size, watch)), *measured])
    if size is experiments.QUICK:
        print(text)
    else:
        RESULTS.write_text(text.rstrip() + "\n" + profiles(), encoding="utf-8")
        say(f"written: {RESULTS}")


if __name__ == "__main__":
    main()
