/** Host name of a Host header: port and the brackets of IPv6 removed, lower case. */
export function hostName(host: string): string {
	const bare = host.toLowerCase().replace(/:\d+$/, '');
	return host.startsWith('[') ? bare.replace(/^\[|\]$/g, '') : bare;
}

/** True for names that can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
	const name = host === '::1' ? host : hostName(host);
	return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * True when a request may be answered: it names us. A page elsewhere that points its own name at this
 * machine (DNS rebinding) is refused because the Host header still carries that name.
 */
export function isAllowedHost(host: string | null, allowed: readonly string[]): boolean {
	if (!host) return false;
	return isLoopbackHost(host) || allowed.includes(host.toLowerCase());
}

/**
 * True when a write comes from one of our own pages: its Origin is the very address it is sent to, or
 * the public address `own`. Only a proxy in front of us speaks https, and then `own` says so.
 */
export function isSameOrigin(origin: string | null, host: string | null, own?: string): boolean {
	if (!origin || !host) return false;
	if (own !== undefined && origin === own) return true;
	const isOwnHost = own !== undefined && new URL(own).host === host.toLowerCase();
	const here = `http://${host}`;
	return !isOwnHost && URL.canParse(here) && new URL(here).origin === origin;
}

/** True for pages served by this machine, on any port. `null`, which a page of a file has, is not. */
export const isLoopbackOrigin = (origin: string): boolean =>
	URL.canParse(origin) && isLoopbackHost(new URL(origin).host);
