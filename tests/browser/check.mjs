// SPDX-License-Identifier: MIT
// check.mjs AXE.js OUTPUT-FOLDER FILE.html…: looks at pages as their readers do, in Chromium: at
// three widths, in two fonts, light, dark and printed. Says what is wrong, a line each; writes
// pictures and PDFs.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, Page } from './browser.mjs';

const [axe, folder, ...files] = process.argv.slice(2);
const views = [[360, 'dark'], [800, 'light'], [1200, 'light']];
const fonts = ['Noto Sans', 'Liberation Sans'];
const faults = [];

// In the page: what sticks out of it, and text that sticks out of its chart or over other text.
function overflows() {
	const found = [];
	const width = document.documentElement.clientWidth;
	const called = (element) => `<${element.tagName.toLowerCase()}> «${element.textContent.trim().slice(0, 40)}»`;
	if (document.documentElement.scrollWidth > width)
		found.push(`the page is ${document.documentElement.scrollWidth} wide`);
	for (const element of document.body.querySelectorAll('*'))
		if ((element.parentElement.closest('.scroll') === null || element.closest('.legend') !== null) && element.getBoundingClientRect().right > width + 0.5)
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

async function look(page, name, width, scheme, font) {
	await page.show(width, scheme);
	await page.evaluate(`document.body.style.fontFamily = '"${font}"'`);
	const found = await page.evaluate(`(${overflows})()`);
	const violations = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')))`);
	for (const fault of found.concat(violations))
		faults.push(`${name} at ${width} px, ${scheme}, ${font}: ${fault}`);
	writeFileSync(join(folder, `${name}-${width}-${scheme}-${font.split(' ')[0]}.png`), await page.picture());
}

async function check(browser, file) {
	const name = basename(file, '.html');
	const url = pathToFileURL(resolve(file)).href;
	const page = await Page.open(browser, url);
	const seen = await page.evaluate(`({ title: document.title, language: document.documentElement.lang,
		headings: document.querySelectorAll('h1').length, charts: document.querySelectorAll('svg[role=img]').length,
		strangers: document.querySelectorAll('script, b, img, iframe, object, link').length })`);
	if (seen.title === '' || seen.language === '' || seen.headings !== 1 || seen.charts < 3 || seen.strangers !== 0)
		faults.push(`${name} is not as written: ${JSON.stringify(seen)}`);
	await page.evaluate(readFileSync(axe, 'utf8') + ';0');
	for (const font of fonts)
		for (const [width, scheme] of views)
			await look(page, name, width, scheme, font);
	await page.evaluate("document.body.style.fontFamily = ''");
	writeFileSync(join(folder, `${name}.pdf`), await page.print());
	for (const request of page.requests.filter((request) => request !== url))
		faults.push(`${name}: a request left the page: ${request}`);
	for (const complaint of page.complaints)
		faults.push(`${name}: console: ${complaint}`);
	await page.close();
}

const browser = new Browser();
try {
	for (const file of files)
		await check(browser, file);
} finally {
	await browser.close();
}
faults.forEach((fault) => console.log(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
