# SPDX-License-Identifier: MIT
"""Judges answers of cchc by their schemas: judge.py ROOT WORK BUILD_DIR

WORK/answers has pairs of files, what was asked and what was answered; WORK/formats a line
`COMMAND FORMAT` for each format that must have been judged.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import jsonschema

root, work, build = map(pathlib.Path, sys.argv[1:])
folder = root / "data/schema"
schemas = {file.name: json.loads(file.read_text()) for file in sorted(folder.glob("*.json"))}
passed, failures = 0, []

# The schema of a command's answer where it is not called like the command.
NAMES = {"undo": "update"}
# Keys that are there only where they say something.
OPTIONAL = {"columns", "targets", "year", "goals", "remarks", "totals", "tasks", "sections", "number", "mark"}


def count(what, fault):
    global passed
    if fault:
        failures.append(f"FAILED: {what}: {fault}")
    else:
        passed += 1


def without_required(value):
    if isinstance(value, dict):
        return {key: without_required(v) for key, v in value.items()
                if not (key == "required" and isinstance(v, list))}
    return [without_required(v) for v in value] if isinstance(value, list) else value


def store(documents):
    return {(folder / name).as_uri(): document for name, document in documents.items()}


stores = {False: store(schemas), True: store(without_required(schemas))}
validators = {}


def validator(name, pointer="", chosen=False):
    key = name, pointer, chosen
    if key not in validators:
        uri = (folder / name).as_uri()
        resolver = jsonschema.RefResolver(uri, stores[chosen][uri], store=stores[chosen])
        validators[key] = jsonschema.Draft202012Validator({"$ref": uri + "#" + pointer}, resolver=resolver)
    return validators[key]


def fault_of(judge, value):
    error = jsonschema.exceptions.best_match(judge.iter_errors(value))
    return error and f"{error.json_path}: {error.message[:300]}"


def option(arguments, names):
    for i, argument in enumerate(arguments):
        if argument in names and i + 1 < len(arguments):
            return arguments[i + 1]
        for name in names:
            if name.startswith("--") and argument.startswith(name + "="):
                return argument[len(name) + 1:]
    return None


commands = {line.split()[0] for line in (work / "formats").read_text().splitlines()}


def asked(arguments):
    """The command, the name of its schema, its format, its chosen columns."""
    command = next((a for a in arguments if a in commands), None)
    format = option(arguments, ("--format", "-f"))
    if command == "export" and format is None:
        format = next((a for a in arguments if a in ("json", "jsonl")), None)
    name = NAMES.get(command, command)
    if "--rules" in arguments:
        name = "rules"
    if "--roles" in arguments:
        name = "roles"
    if command == "export" and format == "jsonl":
        name = "export-lines"
    return command, name, format, option(arguments, ("--columns",))


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key twice: {keys}"
    return dict(pairs)


def parse(text):
    return json.loads(text, object_pairs_hook=unique_keys)


# ---- all answers ----

judged, samples, seen = {}, {}, {}


def note_keys(name, value):
    """Which keys of each schema's answers were seen at all."""
    if isinstance(value, dict):
        for key, member in value.items():
            seen.setdefault(name, set()).add(key)
            note_keys(name, member)
    elif isinstance(value, list):
        for member in value:
            note_keys(name, member)


def judge_answer(arguments, text):
    command, name, format, columns = asked(arguments)
    what = " ".join(["cchc", *arguments])
    if format not in ("json", "jsonl") or command is None:
        return
    if f"{name}.json" not in schemas:
        return count(what, "no schema")
    if format == "jsonl":
        values = [parse(line) for line in text.splitlines()]
        judge = validator(f"{name}.json", "/$defs/row", columns is not None)
    else:
        values = [parse(text)]
        judge = validator(f"{name}.json", "", columns is not None)
    fault = next(filter(None, (fault_of(judge, value) for value in values)), None)
    count(what, fault)
    for value in values:
        note_keys(name, value)
        if name == "export":
            count(what + " loads again", fault_of(validator("plan.json"), value))
        if name in ("export-lines", "list") and columns is None:
            lines = value if isinstance(value, list) else [value]
            count(what + " loads again", next(filter(None, (
                fault_of(validator("plan.json", "/$defs/row"), line) for line in lines)), None))
    if values and values[0] and not (isinstance(values[0], dict) and values[0].get("groups") == []):
        judged.setdefault((command, format), 0)
        judged[command, format] += 1
        if columns is None and format == "json":
            samples.setdefault(name, []).append(values[0])


# ---- SARIF ----

def sarif_validator():
    for file in (build / "schemas").glob("node_modules/**/sarif-2.1.0*.json"):
        return jsonschema.Draft7Validator(json.loads(file.read_text()), format_checker=jsonschema.FormatChecker())
    return None


sarif_judge = sarif_validator()


def judge_sarif(arguments, text):
    what = " ".join(["cchc", *arguments])
    log = parse(text)
    if sarif_judge:
        count(what, fault_of(sarif_judge, log))
        count(f"{what}, without its runs", not fault_of(sarif_judge, {**log, "runs": None}) and "it is accepted")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            count(what, f"ruleIndex of {result['ruleId']}")
        if not re.fullmatch(r"(file://)?(/?[A-Za-z0-9._~-]|%[0-9A-F]{2}|/)+", uri):
            count(what, f"no URI: {uri}")
        if urllib.parse.quote_from_bytes(urllib.parse.unquote_to_bytes(uri.removeprefix("file://"))) != uri.removeprefix("file://"):
            count(what, f"not escaped as URIs are: {uri}")
    judged.setdefault(("check", "sarif"), 0)
    judged["check", "sarif"] += bool(run["results"])


for file in sorted((work / "answers").glob("*.args")):
    arguments = file.read_text(errors="surrogateescape").split("\0")[:-1]
    text = file.with_suffix("").read_text()
    if not text:
        continue
    try:
        if asked(arguments)[2] == "sarif":
            judge_sarif(arguments, text)
        else:
            judge_answer(arguments, text)
    except (ValueError, AssertionError, KeyError, IndexError) as error:
        count(" ".join(["cchc", *arguments]), f"{type(error).__name__}: {error}")

SERVED = ("store",)  # what only a server answers is judged in tests/store

count("commands that write JSON were found", len(commands) < 15 and f"{len(commands)} were")
for line in (work / "formats").read_text().splitlines():
    command, format = line.split()
    if command in SERVED:
        continue
    count(f"an answer of {command} in {format} was judged", not judged.get((command, format)) and "none was")


# ---- the schemas themselves ----

def changed(value, path, change):
    result = copy.deepcopy(value)
    at = result
    for step in path:
        at = at[step]
    change(at)
    return result


def objects(value, path=(), shape=(), found=None):
    """A path to one object of each shape."""
    found = {} if found is None else found
    if isinstance(value, dict):
        if value:
            found.setdefault((shape, tuple(sorted(value))), path)
        for key, member in value.items():
            objects(member, path + (key,), shape + (key,), found)
    elif isinstance(value, list):
        for i, member in enumerate(value):
            objects(member, path + (i,), shape + (0,), found)
    return found


def judge_schema(name):
    """A key that is not known, or one that lacks, is refused wherever it stands."""
    judge = validator(f"{name}.json")
    value = max(samples[name], key=lambda v: len(json.dumps(v)) if len(json.dumps(v)) < 60000 else 0)
    for (shape, keys), path in objects(value).items():
        with_more = changed(value, path, lambda at: at.update({"unknown": {}}))
        count(f"{name}: an unknown key in {path}", not fault_of(judge, with_more) and "it is accepted")
        if shape and shape[-1] in ("columns", "read_from", "cells"):
            continue
        for key in set(keys) - OPTIONAL:
            with_less = changed(value, path, lambda at: at.pop(key))
            count(f"{name}: without {key} in {path}", not fault_of(judge, with_less) and "it is accepted")


for name, schema in schemas.items():
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        count(name, None)
    except jsonschema.SchemaError as error:
        count(name, error.message)
    stem = name.removesuffix(".json")
    if stem in samples:
        judge_schema(stem)
    elif stem not in ("common", "plan", "export-lines", *SERVED):
        count(name, "nothing was judged by it")


def described(value):
    """The keys that a schema has, its references followed within its folder."""
    keys = set()
    def walk(node, document):
        if isinstance(node, dict):
            reference = node.get("$ref")
            if reference:
                file, _, pointer = reference.partition("#")
                target = schemas[file] if file else document
                if (file, pointer) not in followed:
                    followed.add((file, pointer))
                    inner = target
                    for step in pointer.strip("/").split("/"):
                        inner = inner[step] if step else inner
                    walk(inner, target)
            for key, member in node.items():
                if key == "properties":
                    keys.update(member)
                    for inner in member.values():
                        walk(inner, document)
                elif key not in ("enum", "required"):
                    walk(member, document)
        elif isinstance(node, list):
            for member in node:
                walk(member, document)
    followed = set()
    walk(value, value)
    return keys


for name, schema in schemas.items():
    stem = name.removesuffix(".json")
    if stem not in ("common", "plan", *SERVED):
        count(f"{name}: keys that no answer has", ", ".join(sorted(described(schema) - seen.get(stem, set()))))

# ---- plans that load, and ones that do not ----

for file in [root / "data/plan-2021.json", *sorted((root / "tests/data").glob("*.json"))]:
    if file.name not in ("hostile.json",):
        count(file.name, fault_of(validator("plan.json"), json.loads(file.read_text())))
for line in filter(str.strip, (root / "tests/data/rows.jsonl").read_text("utf-8-sig").splitlines()):
    count("rows.jsonl", fault_of(validator("plan.json", "/$defs/row"), json.loads(line)))
REFUSED = [{}, {"sections": {}}, {"sections": [], "year": "2021"}, {"sections": [], "section": []},
           {"sections": [{"title": "A"}]}, {"sections": [{"code": "I", "task": []}]},
           {"sections": [{"code": "I", "tasks": [{"title": "A"}]}]},
           {"sections": [{"code": "I", "tasks": [{"number": 1, "title": True}]}]},
           {"sections": [], "declared": {"sum": 1}}, [{"title": "A", "number": []}], [1]]
for plan in REFUSED:
    text = json.dumps(plan)
    count(f"a plan that does not load: {text}", not fault_of(validator("plan.json"), plan) and "the schema accepts it")
    run = subprocess.run([build / "cchc", "--plan", "-", "list"], input=text, text=True, capture_output=True)
    count(f"a plan that does not load: {text}", run.returncode != 3 and f"exit code {run.returncode}")

for failure in failures[:40]:
    print(failure)
if not sarif_judge:
    print("skipped: SARIF by its own schema (not fetched; make check-schemas)")
print(f"{passed} passed, {len(failures)} failed")
sys.exit(bool(failures))
