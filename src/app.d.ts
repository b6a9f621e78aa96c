import type { App as MaillageApp } from '#lib/server/app.ts';
import type { Metrics } from '#lib/server/http/metrics.ts';
import type { Explanation } from '#lib/i18n/explain.ts';

declare global {
	namespace App {
		interface Locals {
			app: MaillageApp;
			/** Figures of this process, and who may read them. */
			metrics: { openTo: 'loopback' | 'all'; text: Metrics['text'] };
			/** Theme asked for by the reader; `auto` follows the system. */
			theme: 'auto' | 'light' | 'dark';
			/** Puts what went wrong in the log, with the request it happened in. */
			report: (error: unknown) => void;
			/** What went wrong while answering, once something did. */
			failure?: Explanation;
		}
		interface Error {
			message: string;
			/** Heading of the page, where the status alone does not give it. */
			title?: string;
			/** What the reader can do about it. */
			remedy?: string;
			/** The status really sent, where SvelteKit's own (`page.status`) can only say 500. */
			status?: number;
		}
	}
}
export {};
