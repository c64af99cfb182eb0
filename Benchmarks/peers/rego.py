"""The rules of `expe-ct` in Rego, evaluated by regorus.

SPDX-License-Identifier: MIT
"""

from pathlib import Path

import batch
import regorus

import tables

engine = regorus.Engine()
engine.add_policy_from_file(str(Path(__file__).with_name("rules.rego")))
engine.add_data_json(tables.as_json())


def hand_over(line):
    engine.set_input_json(line.decode())
    return engine.eval_rule_as_json("data.expe_ct.decision")


def short_line(line):
    engine.set_input_json(line.decode())
    return engine.eval_rule_as_json("data.expe_ct.short_line").replace("\n", "").encode()


if __name__ == "__main__":
    batch.run(short_line, hand_over)
