import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** @param {string} name */
const onPath = (name) => {
	const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
	return found.status === 0 ? found.stdout.trim() : undefined;
};

/** Debian's package, when we may install it: the browser every machine of the project has in common. */
function installOnDebian() {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
	/** @type {import('node:child_process').ExecFileSyncOptions} */
	const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
	try {
		execFileSync('apt-get', ['update', '-qq'], quiet);
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
	} catch {
		return undefined;
	}
	return onPath('chromium');
}

/** Path of a Chromium: `CHROMIUM_PATH`, the system's, Playwright's own, or Debian's, installed when we are root. */
export function findChromium() {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) return existsSync(asked) ? asked : undefined;
	for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
		const path = onPath(name);
		if (path) return path;
	}
	if (existsSync(chromium.executablePath())) return chromium.executablePath();
	return installOnDebian();
}

/** Flags for a browser that runs as root in a container and draws WebGL in software. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-quic',
	'--no-first-run'
];
