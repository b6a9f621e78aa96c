import { afterEach, describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { figure } from './facts.ts';
import * as labels from './labels.ts';
import { overwriteGetLocale } from './paraglide/runtime.js';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

describe('labels', () => {
	it('say a relation from either end', () => {
		speak('fr');
		expect(labels.relationPhrase('HOSTS', 'out')).toBe('héberge');
		expect(labels.relationPhrase('HOSTS', 'in')).toBe('hébergée par');
		speak('en');
		expect(labels.relationPhrase('FUNDS', 'in')).toBe('funded by');
	});
	it('give dates as precise as their source, and no more', () => {
		speak('fr');
		expect(labels.periodLabel({ since: '2021' })).toBe('depuis 2021');
		expect(labels.periodLabel({ since: '2018', until: '2023' })).toBe('2018 – 2023');
		expect(labels.periodLabel({ since: '2024-03' })).toBe('depuis mars 2024');
		expect(labels.periodLabel({})).toBe('date inconnue');
		expect(labels.dateLabel('2024-03-01')).toBe('1 mars 2024');
	});
	it('count in the right number', () => {
		speak('fr');
		expect(labels.counted.structures(0)).toBe('0 structure');
		expect(labels.counted.structures(2)).toBe('2 structures');
		expect(labels.counted.ties(1)).toBe('1 coopération ou partage');
	});
	it('write amounts with narrow no-break spaces', () => {
		speak('fr');
		expect(labels.amount(1_200_000)).toMatch(/^1\u202f200\u202f000\u00a0€$/);
	});
	it('name every kind of structure otherwise than by its code', () => {
		speak('en');
		for (const kind of ACTOR_KINDS) expect(labels.actorKindLabel(kind)).not.toContain('_');
		expect(labels.actorKindLabel('toString')).toBe('toString');
	});
	it('read a published figure, known or not', () => {
		speak('fr');
		expect(figure('medecins@2013=5')).toEqual({ label: 'médecins', value: '5', year: '2013' });
		expect(figure('budget_eur=1000').value).toMatch(/1\u202f000/);
		expect(figure('jours_ouverts=3').label).toBe('jours ouverts');
	});
});
