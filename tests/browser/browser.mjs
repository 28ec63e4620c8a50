// SPDX-License-Identifier: MIT
// A headless Chromium, spoken to over its DevTools pipe: messages of JSON, each ended by a NUL.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Browser {
	constructor() {
		this.profile = mkdtempSync(join(tmpdir(), 'cchc-browser-'));
		const options = ['--headless=new', '--remote-debugging-pipe', '--disable-gpu', '--hide-scrollbars',
			'--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-dev-shm-usage',
			`--user-data-dir=${this.profile}`];
		if (process.getuid() === 0)
			options.push('--no-sandbox');
		this.process = spawn('chromium', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
		this.ended = new Promise((resolve) => this.process.once('exit', resolve));
		this.waiting = new Map();
		this.listeners = [];
		this.last = 0;
		let rest = Buffer.alloc(0);
		this.process.stdio[4].on('data', (chunk) => {
			rest = Buffer.concat([rest, chunk]);
			for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1))
				this.receive(JSON.parse(rest.subarray(0, end).toString()));
		});
	}

	receive(message) {
		const call = this.waiting.get(message.id);
		if (call === undefined) {
			this.listeners.forEach((listen) => listen(message));
			return;
		}
		this.waiting.delete(message.id);
		if (message.error)
			call.reject(new Error(`${call.method}: ${message.error.message}`));
		else
			call.resolve(message.result);
	}

	send(method, params = {}, sessionId = undefined) {
		const id = ++this.last;
		return new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject, method });
			this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
		});
	}

	async close() {
		await this.send('Browser.close').catch(() => {});
		await this.ended;
		rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

// One page, which remembers what it asked for and what it complained about.
export class Page {
	static async open(browser, url) {
		const page = new Page();
		const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
		const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
		page.requests = [];
		page.complaints = [];
		page.targetId = targetId;
		page.browser = browser;
		page.send = (method, params) => browser.send(method, params, sessionId);
		const loaded = new Promise((resolve) => browser.listeners.push((message) => {
			if (message.sessionId !== sessionId)
				return;
			page.hear(message);
			if (message.method === 'Page.loadEventFired')
				resolve();
		}));
		for (const domain of ['Page', 'Runtime', 'Log', 'Network'])
			await page.send(`${domain}.enable`);
		await page.send('Page.navigate', { url });
		await loaded;
		return page;
	}

	hear({ method, params }) {
		if (method === 'Network.requestWillBeSent')
			this.requests.push(params.request.url);
		else if (method === 'Log.entryAdded')
			this.complaints.push(params.entry.text);
		else if (method === 'Runtime.consoleAPICalled')
			this.complaints.push(`${params.type}: ${JSON.stringify(params.args)}`);
		else if (method === 'Runtime.exceptionThrown')
			this.complaints.push(params.exceptionDetails.text);
	}

	async evaluate(expression) {
		const { result, exceptionDetails } = await this.send('Runtime.evaluate',
			{ expression, awaitPromise: true, returnByValue: true });
		if (exceptionDetails)
			throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	}

	// Light or dark, at a width in CSS pixels.
	async show(width, scheme) {
		await this.send('Emulation.setEmulatedMedia',
			{ features: [{ name: 'prefers-color-scheme', value: scheme }] });
		await this.send('Emulation.setDeviceMetricsOverride',
			{ width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
	}

	async picture() {
		const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true });
		return Buffer.from(data, 'base64');
	}

	async print() {
		const { data } = await this.send('Page.printToPDF', { preferCSSPageSize: true });
		return Buffer.from(data, 'base64');
	}

	close() {
		return this.browser.send('Target.closeTarget', { targetId: this.targetId });
	}
}
