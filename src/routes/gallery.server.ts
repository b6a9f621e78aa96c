import { miniature, type MiniatureData } from '#lib/explorer/miniature.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { today } from '#lib/domain/dates.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';

export interface GalleryCard extends ProjectCard {
	picture: MiniatureData | undefined;
}

// Sixty pictures are the same for every reader until the data or the day change.
const kept = new WeakMap<Catalogue, { key: string; cards: Promise<GalleryCard[]> }>();

async function draw(catalogue: Catalogue): Promise<GalleryCard[]> {
	const cards: GalleryCard[] = [];
	for (const card of await catalogue.cards()) {
		const prepared = await catalogue.network({ kind: 'project', id: card.id });
		cards.push({ ...card, picture: prepared && miniature(prepared.network, prepared.layout) });
	}
	return cards;
}

/** The cards with their pictures, drawn once per revision and day. */
export async function galleryCards(catalogue: Catalogue): Promise<GalleryCard[]> {
	const key = `${await catalogue.repository.dataRevision()} ${today()}`;
	const known = kept.get(catalogue);
	if (known?.key === key) return known.cards;
	const cards = draw(catalogue);
	kept.set(catalogue, { key, cards });
	// A failure is not kept: the database may be back at the next request.
	cards.catch(() => kept.delete(catalogue));
	return cards;
}
