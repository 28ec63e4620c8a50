// SPDX-License-Identifier: MIT
// node answer.mjs budget|list|status <ANSWER: a tool's answer in CSV, so that two can be compared:
// the question's columns, sorted, white space and quoting made alike.
import { readFileSync } from 'node:fs';

const columns = {
    budget: ['group', 'tasks', 'budget_vnd'],
    list: ['plan', 'section', 'number', 'title', 'output', 'lead', 'coordinating', 'schedule', 'budget'],
    status: ['group', 'tasks', 'reported', 'done'],
}[process.argv[2]];

function readRows(text) {
    const rows = [[]];
    for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
        rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
        if (end !== ',') rows.push([]);
    }
    return rows.filter((row) => row.length > 1);
}

const [heading, ...rows] = readRows(readFileSync(0, 'utf8'));
if (heading === undefined) process.exit(1);
const doneInParts = heading.map((name, at) => (name.startsWith('done_') ? at : -1)).filter((at) => at >= 0);
const pick = (row, name) =>
    name === 'done' && doneInParts.length > 0
        ? doneInParts.reduce((sum, at) => sum + Number(row[at]), 0)
        : row[heading.indexOf(name)];
const lines = rows.map((row) =>
    columns.map((name) => String(pick(row, name)).replace(/\s+/g, ' ').trim()).join('\t'));
process.stdout.write(`${lines.sort().join('\n')}\n`);
