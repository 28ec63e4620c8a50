// SPDX-License-Identifier: MIT
// check.mjs FILE.html AXE.js OUTPUT-FOLDER: looks at a page as its readers do, in Chromium: at
// three widths, light, dark and printed. Says what is wrong, a line each; writes pictures and the PDF.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, Page } from './browser.mjs';

const [file, axe, folder] = process.argv.slice(2);
const name = basename(file, '.html');
const url = pathToFileURL(resolve(file)).href;
const widths = [360, 768, 1440];
const faults = [];

// In the page: what sticks out of it, and text that sticks out of its chart or over other text.
function overflows() {
	const found = [];
	const width = document.documentElement.clientWidth;
	const called = (element) => `<${element.tagName.toLowerCase()}> «${element.textContent.trim().slice(0, 40)}»`;
	if (document.documentElement.scrollWidth > width)
		found.push(`the page is ${document.documentElement.scrollWidth} wide`);
	for (const element of document.body.querySelectorAll('*'))
		if (element.parentElement.closest('.scroll') === null && element.getBoundingClientRect().right > width + 0.5)
			found.push(`${called(element)} overflows`);
	for (const chart of document.querySelectorAll('svg.chart')) {
		const view = chart.viewBox.baseVal;
		const boxes = [...chart.querySelectorAll('text')].map((text) => [text, text.getBBox()]);
		for (const [text, box] of boxes)
			if (box.x < -1 || box.y < -1 || box.x + box.width > view.width + 1 || box.y + box.height > view.height + 1)
				found.push(`${called(text)} is cut by its chart`);
		for (let i = 0; i < boxes.length; i++)
			for (let j = i + 1; j < boxes.length; j++) {
				const [a, b] = [boxes[i][1], boxes[j][1]];
				if (a.x + a.width > b.x + 1 && b.x + b.width > a.x + 1 && a.y + a.height > b.y + 4 && b.y + b.height > a.y + 4)
					found.push(`${called(boxes[i][0])} lies over ${called(boxes[j][0])}`);
			}
	}
	return found;
}

async function look(page, width, scheme) {
	await page.show(width, scheme);
	for (const fault of await page.evaluate(`(${overflows})()`))
		faults.push(`${width} px: ${fault}`);
	const violations = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')))`);
	for (const violation of violations)
		faults.push(`${width} px, ${scheme}: accessibility: ${violation}`);
	writeFileSync(join(folder, `${name}-${width}-${scheme}.png`), await page.picture());
}

const browser = new Browser();
try {
	const page = await Page.open(browser, url);
	const seen = await page.evaluate(`({ scripts: document.scripts.length, title: document.title, language: document.documentElement.lang,
		heading: document.querySelectorAll('h1').length, alert: document.querySelectorAll('b, img, iframe').length })`);
	if (seen.scripts !== 0 || seen.title === '' || seen.language === '' || seen.heading !== 1 || seen.alert !== 0)
		faults.push(`the page is not as written: ${JSON.stringify(seen)}`);
	await page.evaluate(readFileSync(axe, 'utf8') + ';0');
	for (const width of widths)
		for (const scheme of ['light', 'dark'])
			await look(page, width, scheme);
	writeFileSync(join(folder, `${name}.pdf`), await page.print());
	for (const request of page.requests)
		if (request !== url)
			faults.push(`a request left the page: ${request}`);
	for (const complaint of page.complaints)
		faults.push(`console: ${complaint}`);
	await page.close();
} finally {
	await browser.close();
}
for (const fault of faults)
	console.log(`${name}: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
