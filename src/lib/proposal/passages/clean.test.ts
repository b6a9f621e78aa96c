import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from './clean.ts';

it('keeps words as they are, with what only looks like mark-up', () => {
	const text = 'Un délai < 3 jours & des horaires > 18 h.\n\n- « oui »\n- l’été, 12\u202f%';
	expect(cleanText(text)).toBe(text);
});

it('takes scripts, styles and marks out of a pasted page, not its words', () => {
	const pasted =
		'<style>p{color:red}</style><p onclick="steal()">Bonjour&nbsp;&eacute;<br>à tous</p>' +
		'<script>alert(1)</script><ul><li>un</li><li><b>deux</b></li></ul><img src=x onerror=alert(2)>';
	expect(cleanText(pasted)).toBe('Bonjour\u00a0é\nà tous\n\n- un\n- deux');
});

it('takes Word’s marks out of what is pasted from it', () => {
	const pasted =
		'<!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom></xml><![endif]--><p class=MsoNormal>Texte<o:p></o:p></p>\u00b7\tun\u000bdeux\u00ad';
	expect(cleanText(pasted)).toBe('Texte\n\n- un\ndeux');
});

it('keeps a formula as text, drops control characters and halves of characters', () => {
	expect(cleanText('=HYPERLINK("http://x")\u0000\u0007 \ud800')).toBe(
		'=HYPERLINK("http://x") \ufffd'
	);
});

it('leaves whole text, without the characters no file takes, whatever it is given', () => {
	const pieces = fc.constantFrom(
		'<p>',
		'</p>',
		'<script>',
		'</script>',
		'&lt;',
		'b>',
		'<',
		'&amp;'
	);
	const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((all) => all.join(''));
	fc.assert(
		fc.property(text, (given) => {
			const once = cleanText(given);
			expect(once).not.toMatch(/\r|\n{3}|\0/);
			expect(once.isWellFormed()).toBe(true);
		})
	);
});

it('cleans 200,000 characters made to be slow', () => {
	for (const unit of ['<p ', '<!--', '<script>', '&#', '<li', ' \n', '<a '.repeat(3)])
		expect(cleanText(unit.repeat(Math.ceil(200_000 / unit.length))).length).toBeGreaterThanOrEqual(
			0
		);
}, 60_000);
