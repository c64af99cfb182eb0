#!/usr/bin/env python3
"""Reads every form of `sceau test` with a reader that is not ours, and compares them.

JUnit goes through junitparser and python's ElementTree, held to the schema that Jenkins publishes;
TAP through perl's TAP::Parser; annotations as GitHub's runner reads them; the page of the coverage
through html5lib, strict, and tidy. The tests have names that try to break each form.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import venv
import xml.etree.ElementTree as xml

import html5lib

root = pathlib.Path(__file__).resolve().parent.parent
sceau = str(pathlib.Path(sys.argv[1]).resolve())

POLICY = """regime "essai" {
  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
}
critere "A" {
  titre = "A", source = "Essai", exige = collectivite.population >= 10,
  sinon = piece "Il manque <du> monde & \\"plus\\" # encore.",
}
"""

DOSSIER = {
    "schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
    "collectivite": {"nom": "Essai", "nature": "commune", "population": 10},
}

# Names as a Lua literal and as it is read.
NAMES = [
    ('"un \\"mot\\" <gras> & fils"', 'un "mot" <gras> & fils'),
    ('"# TODO plus tard # SKIP"', "# TODO plus tard # SKIP"),
    ('"deux\\nlignes\\tet\\r\\nplus"', "deux\nlignes\tet\r\nplus"),
    ('"a, b: c%0A::error::d ]]> \\\\"', "a, b: c%0A::error::d ]]> \\"),
    ('"1 ok - élève 🙂"', "1 ok - élève 🙂"),
]


def hostile(folder):
    """A policy whose tests pass and fail under each name, and an example that changed."""
    cases = "".join(
        f'cas {literal[:-1]} {state}" {{ dossier = "dossiers/d.json", le = jour "2021-03-10",\n'
        f'  attend = {{ avis = "{avis}" }} }}\n'
        for literal, _ in NAMES for state, avis in (("bon", "favorable"), ("faux", "incomplet")))
    files = {
        "policies/essai/regime.lua": POLICY, "policies/tests/cas.lua": cases,
        "policies/tests/dossiers/d.json": json.dumps(DOSSIER),
        "examples/a.json": json.dumps(DOSSIER),
        "examples/b.json": json.dumps(DOSSIER | {"numero": 2}),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k != "CI"}
    subprocess.run(
        [sceau, "test", "--accept"], cwd=folder, env=environment, capture_output=True, check=True)
    (folder / "examples/b.json").write_text(json.dumps(DOSSIER), encoding="utf-8")


def run(form, folder, status):
    done = subprocess.run(
        [sceau, "test", "--format", form], cwd=folder, capture_output=True)
    assert done.returncode == status, (form, done.returncode, done.stderr.decode())
    return done.stdout.decode(), done.stderr.decode()


def flat(text):
    return " ".join(text.split())


def check_json(text):
    report = json.loads(text)
    tests = report["tests"]
    assert report["reussis"] == sum(t["reussi"] for t in tests)
    assert report["echoues"] == sum(not t["reussi"] for t in tests)
    assert all(bool(t["echec"]) != t["reussi"] for t in tests)
    return report


# JUnit: the attributes and children of Jenkins's junit-10.xsd, file and line besides.
SUITE = {"name", "tests", "failures", "errors", "skipped"}
CASE = {"name", "classname", "file", "line"}


def check_junit(text, report, parser):
    tree = xml.fromstring(text)
    assert tree.tag == "testsuites" and set(tree.attrib) == {"name", "tests", "failures"}
    assert sum(int(s.get("tests")) for s in tree) == int(tree.get("tests"))
    assert sum(int(s.get("failures")) for s in tree) == int(tree.get("failures"))
    cases = []
    for suite in tree:
        assert suite.tag == "testsuite" and set(suite.attrib) == SUITE, suite.attrib
        assert len(suite) == int(suite.get("tests"))
        assert len(suite.findall("*/failure")) == int(suite.get("failures"))
        for case in suite:
            assert case.tag == "testcase" and {"name", "classname"} <= set(case.attrib) <= CASE
            assert len(case) <= 1 and all(f.tag == "failure" for f in case)
            cases.append((case.get("name"), not len(case)))
    assert cases == [(t["nom"], t["reussi"]) for t in report["tests"]] + [
        (v, False) for v in report["vides"]]
    names = [t["nom"] for t in report["tests"] if not t["reussi"]] + report["vides"]
    again = subprocess.run(
        [parser, "-c", "import sys, json, junitparser as j\n"
         "x = j.JUnitXml.fromstring(sys.stdin.buffer.read())\n"
         "print(json.dumps([c.name for s in x for c in s if not c.is_passed]))"],
        input=text.encode(), capture_output=True, check=True)
    assert json.loads(again.stdout) == names
    return len(cases)


TAP = r"""
use TAP::Parser;
my $p = TAP::Parser->new({ source => $ARGV[0] }); my $yaml = 0;
while (my $r = $p->next) {
  if ($r->is_test) { printf "%s\t%s\t%s\n", $r->is_actual_ok ? "ok" : "not ok", $r->has_directive ? 1 : 0, $r->description }
  elsif ($r->is_yaml) { $yaml++ }
  elsif ($r->is_unknown) { die "unknown line: " . $r->raw }
  elsif ($r->is_bailout) { print "bail\t0\t" . $r->explanation . "\n" }
}
die join "; ", $p->parse_errors if $p->parse_errors;
print "yaml\t0\t$yaml\n"; print "status\t0\t", ($p->has_problems ? 1 : 0), "\n";
"""


def check_tap(text, report):
    with tempfile.NamedTemporaryFile("w", suffix=".tap", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        lines = subprocess.run(
            ["perl", "-e", TAP, file.name], capture_output=True, check=True).stdout.decode()
    rows = [line.split("\t") for line in lines.splitlines()]
    tests = [r for r in rows if r[0] in ("ok", "not ok")]
    assert [r[0] == "ok" for r in tests] == [t["reussi"] for t in report["tests"]]
    assert all(r[1] == "0" for r in tests), "a name was read as a directive"
    assert [flat(r[2]) for r in rows if r[0] == "bail"] == [flat(v) for v in report["vides"][:1]]
    assert int(dict((r[0], r[2]) for r in rows)["yaml"]) == report["echoues"]
    assert dict((r[0], r[2]) for r in rows)["status"] == str(int(
        report["echoues"] > 0 or bool(report["vides"])))
    heads = re.findall(r"^(?:not )?ok \d+ - (.*)$", text, re.M)
    names = [re.sub(r"\\(.)", r"\1", head) for head in heads]
    assert names == [flat(t["nom"]) for t in report["tests"]], names
    return len(tests)


COMMAND = re.compile(r"::error ((?:[a-zA-Z]+=[^,:]*,?)+)::(.*)")


def unescaped(text, *codes):
    for code in codes:
        text = text.replace(code, chr(int(code[1:], 16)))
    return text.replace("%25", "%")


def check_github(text, report, folder):
    *lines, last = text.splitlines()
    assert last == f"{report['reussis']} passed, {report['echoues']} failed"
    failed = [t for t in report["tests"] if not t["reussi"]]
    assert len(lines) == len(failed) + len(report["vides"]), lines
    for line, test in zip(lines, failed):
        properties, message = COMMAND.fullmatch(line).groups()
        values = {name: unescaped(value, "%0D", "%0A", "%3A", "%2C") for name, value in (
            pair.split("=", 1) for pair in properties.split(","))}
        assert values["title"] == test["nom"], values
        assert (folder / values["file"]).is_file() and int(values["line"]) == test["ligne"]
        assert unescaped(message, "%0D", "%0A") == "\n".join(test["echec"])
    return len(lines)


def check_coverage(folder):
    page, data = folder / "c.html", folder / "c.json"
    subprocess.run(
        [sceau, "test", "--coverage-html", str(page), "--coverage-json", str(data)], cwd=root,
        capture_output=True, check=True)
    text = page.read_text("utf-8")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    subprocess.run(
        ["tidy", "-quiet", "-errors", "-utf8", "--drop-empty-elements", "no"], input=text,
        text=True, check=True)
    assert not re.search(r"(?:src|href)=\"(?!#)", text), "the page needs another file"
    document = json.loads(data.read_text("utf-8"))
    assert document.pop("schema") == "sceau/couverture/1"
    sections = list(document.values())
    tables = [[["".join(cell.itertext()) for cell in row] for row in table.iter("tr")][1:]
              for table in tree.iter("table")]
    assert [row[1:] for row in tables[0]] == [
        [str(s["couverts"]), str(s["total"])] for s in sections]
    for section, rows in zip(sections, tables[1:], strict=True):
        assert len(rows) == section["total"]
        missing = [{"dans": r[0], "quoi": r[1]} for r in rows if r[2] == "non"]
        assert [flat(str(m)) for m in missing] == [flat(str(m)) for m in section["manquants"]]
    assert sum(s["total"] for s in sections) > 500
    return sum(s["total"] for s in sections)


with tempfile.TemporaryDirectory() as place:
    place = pathlib.Path(place)
    venv.create(place / "venv", with_pip=True)
    python = str(place / "venv/bin/python")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "junitparser==5.0.3"], check=True)
    folder, empty = place / "hostile", place / "vide"
    hostile(folder)
    hostile(empty)
    (empty / "policies/tests/cas.lua").write_text("", encoding="utf-8")
    counts = {"JUnit cases": 0, "TAP lines": 0, "annotations": 0}
    for where in (folder, empty):
        text, errors = run("json", where, 1)
        report = check_json(text)
        assert errors.splitlines()[-1] == (
            f"{report['reussis']} passed, {report['echoues']} failed")
        counts["JUnit cases"] += check_junit(run("junit", where, 1)[0], report, python)
        counts["TAP lines"] += check_tap(run("tap", where, 1)[0], report)
        counts["annotations"] += check_github(run("github", where, 1)[0], report, where)
    names = [t["nom"] for t in check_json(run("json", folder, 1)[0])["tests"]]
    assert names[:-2] == [f"{name} {state}" for _, name in NAMES for state in ("bon", "faux")]
    counts["things to cover"] = check_coverage(place)
print(", ".join(f"{count} {name}" for name, count in counts.items()) + " read by others")
