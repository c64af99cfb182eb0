#!/usr/bin/env python3
"""French spelling of what officers read: policies' texts and comments, the guide, their README, the
pages written from the policies.

Debian's hunspell with its French dictionary; words of the trade stand in docs/mots.txt.
"""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent


def plain(text):
    text = re.sub(r"\b[A-Z]{3,5}-\d\d\b", " ", text)  # identifiers of rules
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")


def lua_prose(text):
    """Comments, and strings with a space; placeholders and columns of cases left out."""
    for line in text.splitlines():
        if line.startswith("survivant "):  # the name of a mutant
            continue
        for string in re.findall(r'"((?:[^"\\]|\\.)*)"', line):
            if " " in string and not string.startswith("=> "):
                yield re.sub(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", " ", string)
        comment = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
        if "--" in comment:
            yield comment.split("--", 1)[1]


def markdown_prose(text):
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    text = re.sub(r"`[^`]*`", "", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    for line in text.splitlines():
        if not set(line) <= set("|-: "):
            yield line


def page_prose(text):
    """Cells of tables are data, identifiers of rules and codes of countries are no words."""
    for line in markdown_prose(text):
        if not line.startswith("|"):
            yield re.sub(r"\b[A-Z]+-\d+\b|\([A-Z]{2}\)", "", line)


failures = 0
files = sorted(root.glob("policies/**/*.lua"))
files += [root / "policies/README.md", root / "docs/guide-instructeur.md"]
files += sorted(root.glob("docs/politique-*.md"))
for file in files:
    prose = lua_prose if file.suffix == ".lua" else markdown_prose
    if file.name.startswith("politique-"):
        prose = page_prose
    text = plain("\n".join(prose(file.read_text(encoding="utf-8"))))
    result = subprocess.run(
        ["hunspell", "-d", "fr_FR", "-i", "utf-8", "-l", "-p", str(root / "docs/mots.txt")],
        input=text, capture_output=True, text=True, check=True)
    unknown = sorted(set(result.stdout.split()))
    if unknown:
        failures += len(unknown)
        print(f"{file.relative_to(root)}: {', '.join(unknown)}")
if not files:
    sys.exit("no file to spell")
print(f"{len(files)} files spelled")
sys.exit(1 if failures else 0)
