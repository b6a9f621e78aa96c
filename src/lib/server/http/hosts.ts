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

/** True when a write comes from one of our own pages: its Origin is the very host it is sent to. */
export function isSameOrigin(origin: string | null, host: string | null, own?: string): boolean {
	if (!origin || !host || !URL.canParse(origin)) return false;
	if (own !== undefined && origin === own) return true;
	return new URL(origin).host === host.toLowerCase();
}
