"""What the figures were measured on and with.

SPDX-License-Identifier: MIT
"""

import datetime
import os
import platform
import re
import subprocess

from paths import ENVIRONMENT, HERE, SCEAU


def description(load):
    """Pairs of a word and what it is here."""
    yield "date", datetime.date.today().isoformat()
    yield "processor", f"{_processor()}, {os.cpu_count()} cores"
    yield "system", f"{_system()}, kernel {platform.release()}"
    yield "load", load
    yield "sceau", f"{_first_line(SCEAU, '--version')}, commit {_commit()}"
    yield "compiler of the floors", _first_line("cc", "--version")
    yield "Lua of the floors", _first_line("pkg-config", "--modversion", "lua5.4")
    yield "Python", _first_line(ENVIRONMENT / "bin" / "python", "--version").removeprefix("Python ")
    pinned = (HERE / "requirements.txt").read_text(encoding="utf-8")
    yield "peers", ", ".join(re.findall(r"^\w.*$", pinned, flags=re.MULTILINE)).replace("==", " ")


def load():
    """The load before anything ran: what else the machine was doing."""
    load = os.getloadavg()[0]
    state = "the machine was shared: trust ratios and instruction counts" if load > 0.3 else "quiet"
    return f"{load:.1f} at the start ({state})"


def _first_line(*command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return output.splitlines()[0]


def _commit():
    asked = ["git", "-C", HERE, "describe", "--always", "--dirty"]
    return subprocess.run(asked, capture_output=True, text=True).stdout.strip() or "unknown"


def _system():
    return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())


def _processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return re.search(r"model name\s*: (.*)", file.read()).group(1)
