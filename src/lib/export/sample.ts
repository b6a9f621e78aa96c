/** A small network with everything that breaks a file format, for tests. */
import { actor, tie } from '#lib/network/small-networks.ts';
import type { NetworkExport } from './model.ts';

export const SAMPLE: NetworkExport = {
	title: 'Réseau d’essai <"&>',
	day: '2026-11-23',
	licence: 'Licence d’essai ; personne n’existe ici',
	nodes: [
		actor('a', {
			name: '=HYPERLINK("x";"y")',
			commune: "L'Haÿ-les-Roses",
			ess: true,
			lat: 48.8,
			lon: -2.5
		}),
		actor('b', { name: `« Été »\t${'long '.repeat(40)}`, departement: '01', ess: false }),
		actor('c', { name: '<script>alert("x")</script> & Cie\nligne 2', region: '11' }),
		actor('d', { name: 'عيادة 🩺 \\ \' " ; , |', member: false }),
		actor('r', { name: '@local', label: 'SharedResource', kind: 'locaux', group: 'resource' })
	],
	edges: [
		tie('a', 'b', { id: 'ab', since: '2019', sources: ['s1', 's2'], detail: '-1+1' }),
		tie('a', 'b', { id: 'ab2', type: 'REFERS_TO', status: 'ended', until: '2020-05-01' }),
		tie('c', 'r', { id: 'cr', type: 'USES', family: 'sharing' }),
		tie('d', 'a', {
			id: 'da',
			type: 'FUNDS',
			family: 'funding',
			horizontal: false,
			amountEur: 12_500.5,
			stage: 'granted',
			sources: ['s1']
		})
	],
	sourceNames: new Map([
		['s1', 'Rapport "2019"'],
		['s2', 'Site']
	]),
	positions: new Map([['a', { x: 1.5, y: -2 }]])
};
