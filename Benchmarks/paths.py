"""Where things stand: the repository, what it ships, and what a benchmark builds outside of git.

SPDX-License-Identifier: MIT
"""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
POLICIES = REPOSITORY / "policies"
BUILT = REPOSITORY / ".build" / "benchmarks"
ENVIRONMENT = BUILT / "venv"
PROGRAMS = BUILT / "programs"
DOSSIERS = BUILT / "dossiers"
BUILD = Path(os.environ.get("SCEAU", REPOSITORY / ".build" / "release" / "sceau"))
SCEAU = PROGRAMS / "sceau"  # the build without its debugging tables, as it is installed
RESULTS = HERE / "RESULTS.md"
