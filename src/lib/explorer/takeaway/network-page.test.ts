import { expect, it } from 'vitest';
import { networkPage } from './network-page.ts';

const data = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;

it('a page is filled once: neither a name with our marks nor one that ends a block goes elsewhere', async () => {
	const given = {
		kind: 'page' as const,
		name: 'reseau.html',
		template: data(
			'<html lang="%lang%"><title>%title%</title>%network%<script type="module">"%title%"</script>'
		),
		network: data('{"name":"plain"}'),
		proofs: data('{"name":"</script><b>é"}'),
		about: '{"title":"%network%"}',
		filled: { lang: 'fr', title: 'Le réseau %network% %lang%', noscript: '' }
	};
	const page = await (await networkPage(given)).text();
	const [before = '', ...blocks] = page.split('<script type="application/json"');
	expect(before).toBe('<html lang="fr"><title>Le réseau %network% %lang%</title>');
	expect(blocks).toHaveLength(3);
	expect(blocks[0]).toContain('{"title":"%network%"}');
	expect(blocks[1]).toContain('{"name":"plain"}');
	expect(blocks[2]).toContain('{"name":"\\u003c/script>\\u003cb>é"}');
	expect(page.endsWith('<script type="module">"%title%"</script>')).toBe(true);
});
