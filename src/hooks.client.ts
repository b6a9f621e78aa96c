import { isLocale, overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';

// A page keeps the language it was served in until it is left. Reading it from the cookie, as
// messages do by default, asks another process each time.
const { lang } = document.documentElement;
if (isLocale(lang)) overwriteGetLocale(() => lang);
