// SPDX-License-Identifier: MIT
// node polars.mjs budget|list FILE, node polars.mjs status FILE JOURNAL: answers CSV
import pl from 'nodejs-polars';

const [question, file, journal] = process.argv.slice(2);
const task = ['plan', 'section', 'number', 'title', 'output', 'lead', 'coordinating', 'schedule',
    'budget'];
const csv = (path) => pl.scanCSV(path, { inferSchemaLength: 0 });
const tasks = () => (file.endsWith('.jsonl') ? pl.scanJson(file) : csv(file));
const million = pl.col('budget').str.replaceAll(',', '.').cast(pl.Float64, false);

const questions = {
    budget: () => tasks()
        .filter(pl.col('section').eq(pl.lit('III')))
        .select('lead', million.alias('million'))
        .groupBy('lead')
        .agg(
            pl.len().alias('tasks'),
            pl.col('million').sum().mul(1e6).round(0).cast(pl.Int64).alias('budget_vnd'),
        )
        .select(pl.col('lead').alias('group'), 'tasks', 'budget_vnd'),
    list: () => tasks()
        .filter(pl.col('section').eq(pl.lit('III')).and(million.gtEq(100)))
        .select(...task),
    status: () => {
        const entries = csv(journal);
        const voids = pl.col('voids').fillNull('');
        const taken = entries.filter(voids.neq(pl.lit(''))).select(pl.col('voids').alias('seq'));
        const progress = entries
            .filter(voids.eq(pl.lit('')).and(pl.col('on').ltEq(pl.lit('2021-12-31'))))
            .join(taken, { on: 'seq', how: 'anti' })
            .withColumn(pl.col('seq').cast(pl.Int64))
            .sort(['on', 'seq'])
            .groupBy(['plan', 'task'])
            .agg(pl.col('status').filter(pl.col('status').isNotNull()).last());
        return tasks()
            .select('plan', 'section', pl.concatString([pl.col('section'), pl.col('number')], '.').alias('task'))
            .join(progress.withColumn(pl.lit(1).alias('entry')), { on: ['plan', 'task'], how: 'left' })
            .groupBy('section')
            .agg(
                pl.len().alias('tasks'),
                pl.col('entry').sum().cast(pl.Int64).alias('reported'),
                pl.col('status').eq(pl.lit('done')).sum().cast(pl.Int64).alias('done'),
            )
            .select(pl.col('section').alias('group'), 'tasks', 'reported', 'done');
    },
};

process.stdout.write((await questions[question]().collect()).writeCSV());
