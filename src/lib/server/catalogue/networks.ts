import { createHash } from 'node:crypto';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { scopeKey, isKnownScope, type Scope } from '#lib/domain/scope.ts';
import { openingDay } from '#lib/domain/status.ts';
import { withClaims } from '#lib/network/isolation-claims.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { LAYOUT_VERSION } from '#lib/network/layout/layout.ts';
import { encodePayload, NETWORK_MEDIA_TYPE } from '#lib/network/payload.ts';
import type { EncodedNetwork, JudgedNetwork, PreparedNetwork } from '../catalogue.ts';
import { compress, encodingFor } from '../http/compress.ts';
import type { LayoutKeeper } from '../layouts/keeper.ts';
import type { Repository } from '../repository.ts';
import type { LayoutInput } from '../layouts/compute.ts';
import type { IsolationRow, Layout, Network } from '#lib/network/model.ts';
import type { NetworkPlaces } from '#lib/network/places.ts';
import { LruCache } from './lru.ts';
import { networkOf } from './network-of.ts';
import { findPlaces } from './places.ts';
import type { Slices } from './slices.ts';

export interface NetworkOptions {
	day?: string | undefined;
	halo?: boolean | undefined;
}

/** Nodes and edges kept built: a few national networks, or every project of the seed many times over. */
const KEPT_ELEMENTS = 300_000;
/** A title weighs as much as thirty relations: beyond this many, sources are named by their ids. */
const MOST_SOURCES = 500;
const KEPT_BYTES = 24_000_000;

/** What a slice holds must be what the scope names: an unknown project or payer has no network. */
function exists(scope: Scope, slice: GraphSlice): boolean {
	if (scope.kind === 'project')
		return slice.nodes.some((n) => n.id === scope.id && n.label === 'HealthProject');
	if (scope.kind !== 'funder') return true;
	const node = slice.nodes.find((n) => n.id === scope.id);
	return (
		node?.label === 'Funder' ||
		slice.relations.some((r) => r.type === 'FUNDS' && r.source === scope.id)
	);
}

/** Networks built, laid out and encoded, each once per data revision and day. */
export class Networks {
	readonly #prepared = new LruCache<PreparedNetwork | undefined>(KEPT_ELEMENTS, (p) =>
		p ? p.network.nodes.length + p.network.edges.length : 1
	);
	readonly #judged = new LruCache<JudgedNetwork | undefined>(KEPT_ELEMENTS, (judged) =>
		judged ? judged.network.nodes.length + judged.network.edges.length : 1
	);
	readonly #encoded = new LruCache<EncodedNetwork | undefined>(
		KEPT_BYTES,
		(encoded) => encoded?.body.byteLength ?? 1
	);

	readonly #places = new LruCache<NetworkPlaces | undefined>(KEPT_ELEMENTS, (found) =>
		found
			? found.places.reduce((sum, { nodes }) => sum + nodes.length, found.without.length) + 1
			: 1
	);

	constructor(
		private readonly repository: Repository,
		private readonly slices: Slices,
		private readonly layouts: LayoutKeeper,
		private readonly today: () => string,
		private readonly onRevision: (revision: number) => void = () => undefined
	) {}

	/** A network with who stands apart in it, not drawn; `undefined` when nothing has this scope's id or code. */
	async judged(scope: Scope, options: NetworkOptions = {}): Promise<JudgedNetwork | undefined> {
		if (!isKnownScope(scope)) return undefined;
		const revision = await this.repository.dataRevision();
		this.onRevision(revision);
		return this.#judged.get(this.#key(revision, scope, options), () => this.#judge(scope, options));
	}

	/** A network ready to show; `undefined` when nothing has this scope's id or code. */
	async prepared(scope: Scope, options: NetworkOptions = {}): Promise<PreparedNetwork | undefined> {
		if (!isKnownScope(scope)) return undefined;
		const revision = await this.repository.dataRevision();
		this.onRevision(revision);
		return this.#prepared.get(this.#key(revision, scope, options), () =>
			this.#prepare(scope, options)
		);
	}

	/** The same, packed for the browser and compressed as its reader takes it. */
	async encoded(
		scope: Scope,
		options: NetworkOptions & { acceptEncoding: string; fictional: boolean }
	): Promise<EncodedNetwork | undefined> {
		if (!isKnownScope(scope)) return undefined;
		const revision = await this.repository.dataRevision();
		const encoding = encodingFor(options.acceptEncoding);
		const key = `${encoding} ${this.#key(revision, scope, options)}`;
		return this.#encoded.get(key, async () => {
			const prepared = await this.prepared(scope, options);
			if (!prepared) return undefined;
			const { network } = prepared;
			const sourceNames = await this.sourceNames(network);
			const payload = encodePayload(prepared, { fictional: options.fictional, sourceNames });
			const body = await compress(new TextEncoder().encode(payload), encoding);
			// The checksum tells two databases apart whose revisions happen to bear the same number.
			const checksum = createHash('sha1').update(body).digest('base64url').slice(0, 12);
			return {
				etag: `"${network.revision}-${LAYOUT_VERSION}-${network.day}-${checksum}"`,
				mediaType: NETWORK_MEDIA_TYPE,
				body,
				encoding
			};
		});
	}

	/** Where the nodes of a network are; asked for by its map only, so kept apart from it. */
	async places(
		scope: Scope,
		{ fictional, ...options }: NetworkOptions & { fictional: boolean }
	): Promise<NetworkPlaces | undefined> {
		if (!isKnownScope(scope)) return undefined;
		const revision = await this.repository.dataRevision();
		return this.#places.get(this.#key(revision, scope, options), async () => {
			const judged = await this.judged(scope, options);
			return judged && findPlaces(this.repository, judged.network, fictional);
		});
	}

	/** Titles of the sources the network cites, the most there is room for. */
	async sourceNames({ edges }: Network): Promise<ReadonlyMap<string, string>> {
		const cited = [...new Set(edges.flatMap(({ sources }) => sources))].slice(0, MOST_SOURCES);
		const nodes = cited.length > 0 ? await this.repository.nodes(cited) : [];
		return new Map(nodes.map(({ id, name }) => [id, name]));
	}

	#key(revision: number, scope: Scope, { day, halo }: NetworkOptions): string {
		return [revision, scopeKey(scope), day ?? `~${this.today()}`, halo ? 'halo' : ''].join(' ');
	}

	async #judge(scope: Scope, { day, halo }: NetworkOptions): Promise<JudgedNetwork | undefined> {
		const slice = await this.slices.of(scope);
		if (!exists(scope, slice)) return undefined;
		const network = networkOf(slice, scope, { today: this.today(), day, halo });
		return { network, isolated: await this.#apartIn(network) };
	}

	async #prepare(scope: Scope, options: NetworkOptions): Promise<PreparedNetwork | undefined> {
		const judged = await this.judged(scope, options);
		if (!judged) return undefined;
		const { layout } = await this.#placed(scope, { ...judged, halo: options.halo });
		return { ...judged, layout };
	}

	async #apartIn(network: Network): Promise<IsolationRow[]> {
		const rows = isolatedStructures(network);
		if (rows.length === 0) return rows;
		const claims = await this.repository.claimsAbout(rows.map(({ actorId }) => actorId));
		return withClaims(rows, claims, network.project?.id);
	}

	/** Places stay put between dates: those of the day the page opens at serve every other day. */
	async #placed(scope: Scope, input: LayoutInput): Promise<{ layout: Layout }> {
		const opening = await this.#opening(scope, input);
		return opening ?? { layout: await this.layouts.of(input) };
	}

	async #opening(
		scope: Scope,
		{ network, halo }: LayoutInput
	): Promise<PreparedNetwork | undefined> {
		const day = network.project ? openingDay(network.project, this.today()) : this.today();
		return day === network.day ? undefined : this.prepared(scope, { halo });
	}
}
