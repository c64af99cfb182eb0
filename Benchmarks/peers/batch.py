"""What every Python engine here does around its rules: lines in, short lines out.

SPDX-License-Identifier: MIT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

DECISION = "2024-02-29"
BEST_TO_WORST = ("favorable", "a_examiner", "incomplet", "defavorable")


def run(short_line, hand_over):
    """Writes `short_line(line)`, bytes, for each line of the file that the command names.

    With `--hand-over`, calls `hand_over` instead, which gives the dossier to the engine and asks for
    next to nothing: what is left of the cost is reading and the binding's conversion.
    """
    if sys.argv[2:] == ["--hand-over"]:
        short_line = lambda line: hand_over(line) and b""
    write = sys.stdout.buffer.write
    with open(sys.argv[1], "rb") as file:
        for line in file:
            write(short_line(line))
            write(b"\n")
