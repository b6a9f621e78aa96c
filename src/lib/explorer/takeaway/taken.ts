import type { FileAbout } from '../file/format.ts';

/** The page something is taken away from. */
export interface TakenPage extends Pick<FileAbout, 'title' | 'subtitle' | 'notices'> {
	/** Address of the network: what is known of its sources and proofs is beside it. */
	networkUrl: string;
}

/** True when only this machine can open the page's address. */
export const isLocalAddress = ({ hostname }: Pick<URL, 'hostname'>): boolean =>
	/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
