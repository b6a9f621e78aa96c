/** The program of a saved file: built on its own by src/bin/build-file.js, beside the site. */
import { mount } from 'svelte';
import { isLocale, overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import '#lib/ui/base.css';
import FileApp from './FileApp.svelte';
import { BLOCKS, blockText, type FileAbout } from './format.ts';

const { lang } = document.documentElement;
if (isLocale(lang)) overwriteGetLocale(() => lang);

const target = document.getElementById('maillage');
const text = blockText(BLOCKS.about);
// Nothing to show in the file nobody has put a network in.
if (target && text) {
	const about: FileAbout = JSON.parse(text);
	target.replaceChildren();
	mount(FileApp, { target, props: { about } });
}
