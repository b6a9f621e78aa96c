import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What a Prometheus server reads of this process. Labels are routes, never addresses: their number is bounded. */
export class Metrics {
	readonly #registry = new Registry();
	readonly #requests = new Histogram({
		name: 'maillage_http_request_seconds',
		help: 'Time to answer, by route, method and status.',
		labelNames: ['route', 'method', 'status'],
		buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
		registers: [this.#registry]
	});
	readonly #limited = new Counter({
		name: 'maillage_rate_limited_total',
		help: 'Requests refused because their caller made too many.',
		registers: [this.#registry]
	});

	constructor() {
		collectDefaultMetrics({ register: this.#registry });
	}

	/** @param answered.seconds from the request to the answer's head */
	note(answered: { route: string | null; method: string; status: number; seconds: number }): void {
		const { route, method, status, seconds } = answered;
		this.#requests.observe({ route: route ?? 'none', method, status: String(status) }, seconds);
		if (status === 429) this.#limited.inc();
	}

	/** All figures in the text format of Prometheus, and its media type. */
	async text(): Promise<{ body: string; type: string }> {
		return { body: await this.#registry.metrics(), type: this.#registry.contentType };
	}
}
