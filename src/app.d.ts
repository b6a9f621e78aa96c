import type { App as MaillageApp } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			app: MaillageApp;
			/** Theme asked for by the reader; `auto` follows the system. */
			theme: 'auto' | 'light' | 'dark';
		}
		interface Error {
			message: string;
			/** What the reader can do about it. */
			remedy?: string;
		}
	}
}
export {};
