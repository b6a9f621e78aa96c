import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, type ConfigProblem } from './config.ts';

function problemsOf(env: Record<string, string>): readonly ConfigProblem[] {
	try {
		readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.problems;
		throw error;
	}
	return [];
}

const NEO4J = { NEO4J_URI: 'neo4j://db:7687', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'p' };

describe('readConfig', () => {
	it('needs nothing: a local SQLite on loopback', () => {
		expect(readConfig({})).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: undefined,
			mode: 'local',
			allowedHosts: [],
			data: './data',
			neo4j: undefined,
			mapStyleUrl: undefined,
			logLevel: 'warn',
			rate: 600,
			metrics: 'loopback',
			operator: {}
		});
	});

	it('takes the address of a map style', () => {
		const MAP_STYLE_URL = 'https://tiles.example.org/style.json?key=a';
		expect(readConfig({ MAP_STYLE_URL }).mapStyleUrl).toBe(MAP_STYLE_URL);
	});

	it('takes an empty variable for an absent one', () => {
		expect(readConfig({ PORT: '', NEO4J_URI: ' ', HOST: '' }).port).toBe(3000);
	});

	it.each([
		['PORT', '0', 'port'],
		['PORT', '70000', 'port'],
		['PORT', '80a', 'port'],
		['HOST', 'a b', 'host'],
		['ORIGIN', 'maillage.example.org', 'origin'],
		['ORIGIN', 'https://maillage.example.org/chemin', 'origin'],
		['MAILLAGE_MODE', 'prive', 'mode'],
		['MAP_STYLE_URL', 'style.json', 'url'],
		['MAP_STYLE_URL', '/fonds/style.json', 'url'],
		['MAP_STYLE_URL', 'ftp://tiles.example.org/style.json', 'url'],
		['MAP_STYLE_URL', 'https://', 'url'],
		['MAILLAGE_SOURCE_URL', 'javascript:alert(1)', 'url'],
		['MAILLAGE_CONTACT', 'personne', 'contact'],
		['LOG_LEVEL', 'loud', 'log_level'],
		['MAILLAGE_RATE', 'beaucoup', 'rate'],
		['MAILLAGE_METRICS', 'moi', 'metrics']
	])('names %s=%s', (variable, value, code) => {
		expect(problemsOf({ [variable]: value })).toEqual([{ variable, value, code }]);
	});

	it('names a wrong NEO4J_URI', () => {
		expect(problemsOf({ ...NEO4J, NEO4J_URI: 'http://db:7474' })).toEqual([
			{ variable: 'NEO4J_URI', value: 'http://db:7474', code: 'neo4j_uri' }
		]);
	});

	it('wants all three Neo4j variables once one is set, and never shows the password', () => {
		const problems = problemsOf({ NEO4J_PASSWORD: 'secret' });
		expect(problems.map((p) => [p.variable, p.code])).toEqual([
			['NEO4J_URI', 'neo4j_incomplete'],
			['NEO4J_USER', 'neo4j_incomplete']
		]);
		expect(JSON.stringify(problems)).not.toContain('secret');
	});

	it('keeps a Neo4j password as typed', () => {
		expect(readConfig({ ...NEO4J, NEO4J_PASSWORD: ' p ' }).neo4j?.password).toBe(' p ');
	});

	it('names every mistake at once', () => {
		expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud' })).toHaveLength(2);
	});

	it('is public on any other host, which it then answers to', () => {
		const config = readConfig({ HOST: '192.168.1.10', PORT: '8080' });
		expect([config.mode, config.allowedHosts]).toEqual(['public', ['192.168.1.10:8080']]);
	});

	it('answers to its public address', () => {
		const config = readConfig({ HOST: '0.0.0.0', ORIGIN: 'https://Maillage.example.org/' });
		expect(config.origin).toBe('https://maillage.example.org');
		expect(config.allowedHosts).toEqual(['maillage.example.org']);
	});

	it('asks for ORIGIN when it listens everywhere', () => {
		expect(problemsOf({ HOST: '0.0.0.0' })).toEqual([
			{ variable: 'ORIGIN', value: '', code: 'origin_needed' }
		]);
	});

	it('refuses local mode where others can reach it', () => {
		expect(problemsOf({ HOST: '0.0.0.0', MAILLAGE_MODE: 'local' })[0]?.code).toBe(
			'local_needs_loopback'
		);
	});
});
