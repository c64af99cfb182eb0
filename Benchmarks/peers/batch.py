"""What every Python engine here does around its rules: lines in, short lines out.

SPDX-License-Identifier: MIT
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

DECISION = "2024-02-29"
BEST_TO_WORST = ("favorable", "a_examiner", "incomplet", "defavorable")


def run(short_line):
    """Writes `short_line(line)`, bytes, for each line of the file that the command names."""
    write = sys.stdout.buffer.write
    with open(sys.argv[1], "rb") as file:
        for line in file:
            write(short_line(line))
            write(b"\n")
