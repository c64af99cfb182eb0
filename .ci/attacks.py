#!/usr/bin/env python3
"""Runs every hostile policy through the built tool, one process each, under limits.

An attack is a file of rules put beside a small fixed regime; its first line says what must come of
it. Each process may take 2 s of the processor and 256 MB, must not die of a signal, must leave a
documented status, and must print the verdicts of three dossiers (the attacked one, its neighbour,
and one of a regime without the attack) or nothing at all. Attacks too large to be stored are made
here. At the end, dossiers that fail in every way stand among 10 000 on one machine: no other
verdict changes. This is done with the built tool, and not in a unit test, because what must be the
same are the bytes that an officer gets, and a debug build would take minutes.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
sceau = str(pathlib.Path(sys.argv[1]).resolve())
attacks = root / "Tests/PolicyEngineTests/Attacks"
day = "2021-05-01"

SECONDS, MEGABYTES = 2, 256
STATUSES = {0, 65, 74, 78}
LIMITS = {
    "instructions": "dépasse 200\u202f000 instructions",
    "mémoire": "demande trop de mémoire",
    "profondeur": "s’imbriquent sans fin",
}
ENGLISH = re.compile(
    r"attempt|traceback|bad argument|overflow|not enough memory|near '|expected|too many|"
    r"error object|unexpected|nil value|Fatal error|Illegal instruction")
# What could move a terminal's cursor or turn the direction of writing; the tool's own end of lines
# are let through.
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Run:
    """One run of the tool: its status, outputs and what it took."""

    def __init__(self, folder, arguments, dossiers):
        self.arguments = arguments
        paths = [folder / name for name in ("entree", "sortie", "erreurs")]
        paths[0].write_bytes(dossiers)
        with paths[0].open("rb") as stdin, paths[1].open("wb") as out, paths[2].open("wb") as err:
            process = subprocess.Popen(
                ["prlimit", f"--cpu={SECONDS + 1}", sceau, *arguments], cwd=folder,
                stdin=stdin, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        self.status = os.waitstatus_to_exitcode(status)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        self.output = paths[1].read_bytes().decode()
        self.errors = paths[2].read_bytes().decode()


def ground(folder):
    """A copy of the fixed policies, and what their dossiers are."""
    shutil.copytree(attacks / "ground/policies", folder / "policies")
    names = ("attaque", "voisin", "suite")
    return [(attacks / f"ground/dossiers/{name}.json").read_bytes() for name in names]


def evaluate(folder, dossiers, form="ndjson"):
    arguments = ["evaluate", "--format", form, "--le", day, "--policies", "policies", "-"]
    return Run(folder, arguments, dossiers)


def rules(verdict):
    """Every rule result of a verdict."""
    own = [rule for expertise in verdict["expertises"] for rule in expertise["regles"]]
    return (verdict["regles"] + own + verdict["priorite"]["regles"] + verdict["signalements"]
            + verdict["calculs"])


def without_policy(line):
    """A verdict without the fingerprint of its policy, which every attack changes."""
    verdict = json.loads(line)
    verdict["politique"]["empreinte"] = None
    return json.dumps(verdict)


def bounds(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


class Attack:
    """A hostile file of rules and what must come of it."""

    def __init__(self, name, content):
        self.name, self.content = name, content
        first = content.split(b"\n", 1)[0].decode()
        assert first.startswith("-- attendu : "), (name, first)
        self.kind, *self.words = first.removeprefix("-- attendu : ").split()

    def check(self, folder, dossiers, expected_last):
        (folder / "policies/essai/attaque.lua").write_bytes(self.content)
        run = evaluate(folder, b"".join(dossiers))
        self.check_process(run)
        if self.kind == "refusé":
            self.check_refusal(run)
        else:
            self.check_verdicts(run, expected_last)
        return run

    def check_process(self, run):
        where = (self.name, run.errors[:400])
        assert run.signal is None, (self.name, "signal", run.signal)
        assert run.status in STATUSES, (self.name, "status", run.status, run.errors[:400])
        assert run.seconds < SECONDS, (self.name, "seconds", run.seconds)
        assert run.megabytes < MEGABYTES, (self.name, "megabytes", run.megabytes)
        written = run.output + run.errors
        own = self.content.decode(errors="replace")
        assert not [word for word in ENGLISH.findall(written) if word not in own], where
        assert not CONTROLS.search(run.errors), where

    def check_refusal(self, run):
        assert run.status == 78 and run.output == "", (self.name, run.status, run.output[:400])
        code, line = self.words
        place = line if ":" in line else f"attaque.lua:{line}"
        place = rf"^essai/{re.escape(place)}:\d+: erreur\u00a0: .* \[{re.escape(code)}\]$"
        assert re.search(place, run.errors, re.M), (self.name, self.words, run.errors[:1000])

    def check_verdicts(self, run, expected_last):
        lines = run.output.split("\n")
        assert len(lines) == 4 and lines[3] == "", (self.name, len(lines))
        verdicts = [json.loads(line, parse_constant=lambda word: 1 / 0) for line in lines[:3]]
        numbers = [verdict["dossier"]["numero"] for verdict in verdicts]
        assert numbers == ["attaque", "voisin", "suite"], (self.name, numbers)
        assert without_policy(lines[2]) == expected_last, self.name
        results = {}
        for rule in rules(verdicts[0]):
            results.setdefault(rule["id"], rule)
        assert results["TEMOIN"]["resultat"] == "satisfaite", self.name
        self.check_result(results["ATTAQUE"], run.errors)
        failed = any(r["resultat"] == "en_erreur" for v in verdicts for r in rules(v))
        assert run.status == (78 if failed else 0), (self.name, run.status)

    def check_result(self, result, errors):
        where = (self.name, result["resultat"], result["motif"] and result["motif"][:200])
        if self.kind == "inoffensif":
            assert [result["resultat"]] == self.words, where
            return
        assert result["resultat"] == "en_erreur", where
        if self.kind == "arrêté":
            assert LIMITS[self.words[0]] in result["motif"], where
        lines = re.findall(r"^erreur\u00a0: essai/attaque\.lua:(\d+)\u00a0: règle ATTAQUE,", errors, re.M)
        assert lines and int(lines[0]) in bounds(self.words[-1]), (self.name, self.words, lines)


CRITERION = """critere "ATTAQUE" {
  titre = "Attaque", source = "Essai", exige = %s, sinon = refus "%s",
}
"""


def large(name, expected, text):
    return Attack("grands/" + name, f"-- attendu : {expected}\n{text}".encode())


def large_attacks():
    """Parser torture, and what makes a checker slow."""
    many = 100_000
    true = CRITERION % ("true", "non")

    def condition(text, reason="non"):
        return CRITERION % (text, reason)

    nested = "refusé lua.imbrication"
    long = "refusé lua.expression-trop-longue"
    yield large("parenthèses", nested + " 3", condition("(" * many + "1" + ")" * many + " == 1"))
    yield large("négations", nested + " 3", condition("not " * many + "true"))
    yield large("signes", nested + " 3", condition("- " * many + "1 == 1"))
    yield large("accolades", nested + " 2", "local t = " + "{" * many + "}" * many + "\n" + true)
    yield large("appels", nested + " 3", condition("tostring(" * many + "1" + ")" * many + " == 1"))
    yield large("fonctions", nested + " 2", "local f = " + "function() return " * 40_000 + "1" + " end" * 40_000)
    yield large("blocs", nested + " 2", "do " * many + "end " * many)
    yield large("si", nested + " 2", "if true then " * 50_000 + "end " * 50_000)
    yield large("textes", nested + " 3", condition(" .. ".join(["'a'"] * many) + " == ''"))
    yield large("puissances", nested + " 3", condition(" ^ ".join(["1"] * many) + " == 1"))
    yield large("points", long + " 3", condition("collectivite" + ".nom" * many + " == 'x'"))
    yield large("et", long + " 3", condition(" and ".join(["true"] * many)))
    yield large("sommes", long + " 3", condition(" + ".join(["1"] * many) + " == 1"))
    yield large("comparaisons", long + " 3", condition(" < ".join(["1"] * many)))
    yield large("crochets", "refusé lua.chaine-longue-non-terminee 2", "[" * many)
    yield large("guillemets", "refusé lua.chaine-non-terminee 2", '"\n' * many)
    yield large("égals", "refusé lua.instruction-attendue 2", "=" * many)
    yield large("ponctuation", "refusé lua.caractere-inconnu 2", "? ! $\n" * 20_000)
    yield large("crochet long", "inoffensif satisfaite",
                "local t = [" + "=" * many + "[x]" + "=" * many + "]\n" + condition("t == 'x'"))
    yield large("commentaire", "inoffensif satisfaite", "--[[" + "x" * 900_000 + "]]\n" + true)
    yield large("commentaires", "inoffensif satisfaite", "--\n" * 300_000 + true)
    yield large("accolades de texte", "inoffensif non_satisfaite", condition("false", "{1}" * 3_000))
    yield large("noms inconnus en texte", "refusé politique.nom-inconnu 3",
                condition("true", "{a}" * 20_000))
    yield large("noms inconnus", "refusé politique.nom-inconnu 2",
                "local t = { " + ", ".join(f"x{n}y" for n in range(20_000)) + " }\n" + true)
    yield large("noms voisins", "refusé politique.nom-inconnu 2002",
                "".join(f"local abcdefgh{n} = 1\n" for n in range(2000))
                + "local t = { " + ", ".join(f"abcdefgk{n + 3000}" for n in range(2000)) + " }\n")
    yield large("affectations", "refusé politique.affectation-globale 2002",
                "".join(f"local abcdefgh{n} = 1\n" for n in range(2000))
                + "".join(f"abcdefgk{n + 3000} = 1\n" for n in range(2000)))
    yield large("locales", "refusé politique.local-inutilise 2",
                "".join(f"local a{n} = {n}\n" for n in range(40_000)) + true)
    yield large("identifiants", "refusé politique.identifiant-en-double 5", true * 5000)
    yield large("nom long", "inoffensif satisfaite",
                "local " + "a" * 500_000 + " = 1\n" + condition("a" * 500_000 + " == 1"))
    yield large("chiffres", "inoffensif satisfaite", condition("1" * 1_000_000 + " > 0"))
    yield large("table de nombres", "inoffensif satisfaite",
                "local t = { " + ", ".join(map(str, range(many))) + " }\n" + condition("nombre(t) > 0"))
    yield large("table de champs", "inoffensif satisfaite",
                "local t = { " + ", ".join(f"a{n} = {n}" for n in range(60_000)) + " }\n"
                + condition("t.a5 == 5"))
    yield large("table de textes", "inoffensif satisfaite",
                "local t = { " + ", ".join(f"'a{n}'" for n in range(many)) + " }\n"
                + condition("nombre(t) > 0"))
    yield large("table de tables", "inoffensif satisfaite",
                "local t = { " + ", ".join("{ a = 1 }" for n in range(90_000)) + " }\n"
                + condition("nombre(t) > 0"))
    yield large("elseif", "inoffensif satisfaite",
                "local function f(x)\n  if x == 0 then return 0\n"
                + "".join(f"  elseif x == {n} then return {n}\n" for n in range(20_000))
                + "  end\n  return 1\nend\n" + condition("f(3) == 3"))
    yield large("règles", "inoffensif satisfaite", true + "".join(
        (CRITERION % (f"collectivite.population > {n}", "non")).replace("ATTAQUE", f"A-{n}")
        for n in range(1000)))
    yield large("types", "refusé politique.comparaison 27", "local function f0(x) return x end\n" + "".join(
        f"local function f{n}(x) return {{ a = f{n - 1}(x), b = f{n - 1}({{ x }}), c = f{n - 1}('t') }} end\n"
        for n in range(1, 25)) + condition("f24(1).a == 1").replace("\n  titre", " titre"))
    yield large("textes de règles", "inoffensif non_satisfaite", "local function f(t)\n"
                "  for _ = 1, 15 do t = t .. t end\n  return t\nend\n" + condition("false", "{f('a')}")
                + "".join(condition("false", "{f('a')}").replace("ATTAQUE", f"A-{n}") for n in range(100)))


def check_file_too_large(folder, dossiers):
    (folder / "policies/essai/attaque.lua").write_bytes(b"-- attendu : x\n" + b"-" * (1 << 20))
    run = evaluate(folder, dossiers[0])
    assert run.status == 78 and run.output == "" and "1 Mio" in run.errors, (run.status, run.errors)


def check_texts(folder, dossiers, corpus):
    """Nothing that a policy writes moves a terminal's cursor or turns its text."""
    count = 0
    for attack in corpus:
        if attack.name.split("/")[0] not in ("encodages", "erreurs-forgees", "absents"):
            continue
        if attack.kind == "refusé":
            continue
        (folder / "policies/essai/attaque.lua").write_bytes(attack.content)
        for form in ("texte", "markdown", "csv"):
            run = evaluate(folder, dossiers[0], form)
            written = (run.output if form == "texte" else "") + run.errors
            assert run.signal is None and not CONTROLS.search(written), (attack.name, form, written)
            count += 1
    return count


# Four ways for a rule to fail, each on dossiers of its own, and days read from texts that are other
# for each dossier: nothing of them may stay in the machine.
FAILING = """local function boucle(n) while n > 0 do n = n + 1 end return true end
local function pile(n) return 1 + pile(n) end
local function memoire(n)
  local t = "x"
  for _ = 1, 40 do t = t .. t end
  return t == "x" and n > 0
end
local function arret(n)
  if n > 0 then error("stack overflow") end
  return true
end
critere "ATTAQUE-1" {
  titre = "A", source = "Essai",
  si = collectivite.population == 1, exige = boucle(collectivite.population), sinon = refus "non",
}
critere "ATTAQUE-2" {
  titre = "A", source = "Essai",
  si = collectivite.population == 2, exige = pile(collectivite.population) > 0, sinon = refus "non",
}
critere "ATTAQUE-3" {
  titre = "A", source = "Essai",
  si = collectivite.population == 3, exige = memoire(collectivite.population), sinon = refus "non",
}
critere "ATTAQUE-4" {
  titre = "A", source = "Essai",
  si = collectivite.population == 4, exige = arret(collectivite.population), sinon = refus "non",
}
local function jours_lus(n)
  local base, k = jour "0001-01-01", 0
  for i = 1, 60 do
    if jour(tostring(base + jours(60 * n + i))) > base then k = k + 1 end
  end
  return k
end
calcul "JOURS" {
  titre = "A", source = "Essai", nom = "lus", valeur = jours_lus(collectivite.population),
}
priorite "POINTS" {
  titre = "A", source = "Essai", points = collectivite.population % 7,
  motif = "{collectivite.nom} : {collectivite.population}",
}
"""


def dossier(number, population):
    return json.dumps({
        "schema": "sceau/dossier/1", "numero": str(number), "depose_le": "2021-03-01",
        "collectivite": {"nom": f"Commune {number}", "nature": "commune", "population": population},
        "expertises": [{"intitule": "Eau", "domaine": "eau", "references": [{"type": "mission"}]}],
    }).encode() + b"\n"


def check_ten_thousand(folder):
    """Failing dossiers among 10 000 on one machine change no other verdict."""
    (folder / "policies/essai/attaque.lua").write_text(FAILING)
    failing = {number: 1 + number // 40 % 4 for number in range(20, 10_000, 40)}
    lines = [dossier(number, failing.get(number, 10 + number)) for number in range(10_000)]
    calm = b"".join(line for number, line in enumerate(lines) if number not in failing)
    outputs = []
    for dossiers, status in ((b"".join(lines), 78), (calm, 0)):
        run = subprocess.run(
            [sceau, "evaluate", "--format", "ndjson", "--le", day, "--policies", "policies", "-"],
            input=dossiers, capture_output=True, cwd=folder)
        assert run.returncode == status, (run.returncode, run.stderr[:400])
        outputs.append(run.stdout.split(b"\n")[:-1])
    mixed, alone = outputs
    assert len(mixed) == 10_000 and len(alone) == 10_000 - len(failing)
    assert [line for n, line in enumerate(mixed) if n not in failing] == alone
    for number, way in failing.items():
        verdict = json.loads(mixed[number])
        failed = [r["id"] for r in rules(verdict) if r["resultat"] == "en_erreur"]
        assert failed == [f"ATTAQUE-{way}"] and verdict["avis"] == "en_erreur", (number, failed)
    # Each of some dossiers in a process of its own.
    for number in range(0, 10_000, 250):
        assert evaluate(folder, lines[number]).output.encode() == mixed[number] + b"\n", number
    return len(failing)


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        dossiers = ground(folder)
        expected_last = without_policy(evaluate(folder, dossiers[2]).output)
        corpus = [
            Attack(str(path.relative_to(attacks / "corpus")), path.read_bytes())
            for path in sorted((attacks / "corpus").rglob("*.lua"))]
        assert len(corpus) >= 150, len(corpus)
        runs = []
        for attack in [*corpus, *large_attacks()]:
            runs.append((attack.name, attack.check(folder, dossiers, expected_last)))
        check_file_too_large(folder, dossiers)
        texts = check_texts(folder, dossiers, corpus)
        failing = check_ten_thousand(folder)
    slow = max(runs, key=lambda item: item[1].seconds)
    fat = max(runs, key=lambda item: item[1].megabytes)
    print(f"attacks: {len(runs)} attacks ({len(corpus)} stored), largest {slow[1].seconds:.2f} s "
          f"({slow[0]}) and {fat[1].megabytes:.0f} MB ({fat[0]}); {texts} texts without controls; "
          f"{failing} failing dossiers among 10000 change no other verdict")


main()
