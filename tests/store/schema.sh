# SPDX-License-Identifier: MIT
# The list of plans as JSON, judged by its schema where a judge is installed.
judge_list() { # FORMAT SHAPE
	cchc store list "$url" --columns all --format "$1" | /usr/bin/python3 -W ignore -c '
import json, pathlib, sys, jsonschema
folder = pathlib.Path(sys.argv[1])
schemas = {file.name: json.loads(file.read_text()) for file in folder.glob("*.json")}
schema = schemas["store.json"] if sys.argv[2] == "array" else {**schemas["store.json"]["$defs"]["row"]}
resolver = jsonschema.RefResolver("store.json", schemas["store.json"], store=schemas)
values = [json.load(sys.stdin)] if sys.argv[2] == "array" else [json.loads(line) for line in sys.stdin]
assert values and values[0], "nothing was listed"
for value in values:
    jsonschema.Draft202012Validator(schema, resolver=resolver).validate(value)' "$data/../../data/schema" "$2"
}
if /usr/bin/python3 -c 'import jsonschema' 2>/dev/null; then
	server schema fsync=off
	url=$(cluster_url schema owner)
	mkdir "$work/judged"
	cp "$data/../../data/plan-2021.csv" "$work/judged"
	printf '[plan plan-2021.csv]\norganisation = Sở Nội vụ\n' >"$work/judged/cchc.ini"
	cchc store add "$url" "$work/judged/plan-2021.csv" >/dev/null
	check 'store list as JSON, by its schema' judge_list json array
	check 'store list as JSON Lines, by its schema' judge_list jsonl row
	mkdir -p "$work/.config/cchc"
	printf '[servers]\nprovince = %s\n' "$url" >"$work/.config/cchc/cchc.ini"
	equal 'servers of the settings are asked where no plan is named' "$(cchc list --plan "$url" --format csv)" \
		"$(cchc list --format csv)"
	rm -r "$work/.config"
	cluster_stop schema
else
	echo 'skipped: the list by its schema (python3-jsonschema is not installed)'
fi
