import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, markup } from './markup.ts';

const back = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');

it('no text ever becomes markup, nor leaves its attribute, and none is lost', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const [, attribute = '?', inside = '?'] =
				/^<b title="([^"<>]*)">([^<>]*)<\/b>$/.exec(markup`<b title="${text}">${text}</b>`.text) ??
				[];
			expect([back(attribute), back(inside)]).toEqual([text, text]);
		})
	);
	expect(markup`<p>${'<script>alert(1)</script>'}</p>`.text).toBe(
		'<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'
	);
});

it('markup goes into markup as it is, and nothing where there is nothing', () => {
	const items = ['a', '&'].map((name) => markup`<li>${name}</li>`);
	expect(markup`<ul id="${2}">${joined(items)}${undefined}</ul>`.text).toBe(
		'<ul id="2"><li>a</li><li>&amp;</li></ul>'
	);
});
