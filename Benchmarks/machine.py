"""What the figures were measured on and with.

SPDX-License-Identifier: MIT
"""

import datetime
import os
import platform
import re
import resource
import subprocess
import time

from paths import ENVIRONMENT, HERE, SCEAU

QUIET = 0.1  # cores


def description(scale, watch):
    """Pairs of a word and what it is here."""
    yield "date", datetime.date.today().isoformat()
    yield "processor", f"{_processor()}, {os.cpu_count()} cores"
    yield "system", f"{_system()}, kernel {platform.release()}"
    yield "other programs", _others(watch)
    yield "scale", f"`{scale.command}`: medians, rounds: {scale.rounds}"
    yield "sceau", f"{_first_line(SCEAU, '--version')}, commit {_commit()}"
    yield "compiler of the floors", _first_line("cc", "--version")
    yield "Lua of the floors", _first_line("pkg-config", "--modversion", "lua5.4")
    yield "Python", _first_line(ENVIRONMENT / "bin" / "python", "--version").removeprefix("Python ")
    pinned = (HERE / "requirements.txt").read_text(encoding="utf-8")
    yield "peers", ", ".join(re.findall(r"^\w.*$", pinned, flags=re.MULTILINE)).replace("==", " ")


def _others(watch):
    verdict = "the machine was shared: trust instruction counts, and ratios with care"
    return f"{watch.others():.2f} cores busy on average ({verdict if watch.shared() else 'quiet'})"


class Watch:
    """What other programs took of the machine since the watch began."""

    def __init__(self):
        self.began = time.monotonic()
        self.busy, self.own = _busy(), _own()

    def others(self):
        """Cores that other programs kept busy, on average."""
        taken = (_busy() - self.busy) - (_own() - self.own)
        return max(0.0, taken / (time.monotonic() - self.began))

    def shared(self):
        """Whether that was enough to blur times."""
        return self.others() > QUIET


def _busy():
    """Seconds that all cores were busy, since the machine started."""
    with open("/proc/stat", encoding="utf-8") as file:
        user, nice, system, _, _, interrupts, soft, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + interrupts + soft) / os.sysconf("SC_CLK_TCK")


def _own():
    """Seconds that this program and what it ran were busy."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


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
