import { foldText } from '#lib/domain/text.ts';

/**
 * Words no French commune is called after, joined the way communes are. The 37,590 names of the
 * official code (communes, delegated and associated ones included) were compared with every
 * combination: none is real.
 */
const WORDS = [
	'Brume',
	'Dune',
	'Songe',
	'Murmure',
	'Luciole',
	'Boussole',
	'Nuage',
	'Parapluie',
	'Girouette',
	'Mirage',
	'Sablier',
	'Flocon',
	'Toupie',
	'Lampion',
	'Ricochet',
	'Grimoire',
	'Pénombre',
	'Accordéon'
] as const;
const JOINTS = ['et', 'sous', 'lès', 'sur'] as const;

/** Every fictional commune (1,224 of them) in a fixed order, first the one of the demonstration. */
export const FICTIONAL_COMMUNES: readonly string[] = WORDS.flatMap((_, shift) =>
	JOINTS.flatMap((joint) =>
		WORDS.flatMap((first, i) => {
			const second = WORDS[(i + shift + 1) % WORDS.length];
			return second === undefined || second === first ? [] : [`${first}-${joint}-${second}`];
		})
	)
);

/** Fantasy places inside a commune, with the contracted article that follows a noun. */
export const QUARTERS = [
	'des Lucioles',
	'du Grand Parapluie',
	'de la Lune Bleue',
	'du Hibou Astronome',
	'des Trois Brumes',
	'de l’Horloge Lente',
	'du Phare Immobile',
	'des Mille Lampions',
	'de la Baleine Verte',
	'du Renard Patient',
	'de l’Escargot Ailé',
	'des Sept Girouettes',
	'du Nuage Carré',
	'de la Rivière Tiède',
	'des Cerfs-volants',
	'de l’Ours Jardinier',
	'du Pont Suspendu aux Songes',
	'de la Marée Haute',
	'des Parasols d’Hiver',
	'du Dragon Débonnaire',
	'de la Tour Penchée',
	'des Quatre Ricochets',
	'du Moulin à Paroles',
	'de la Dune Bavarde',
	'de l’Étoile Distraite',
	'des Bottes de Sept Lieues',
	'du Sablier Renversé',
	'de la Forêt de Papier'
] as const;

/** `Brume-et-Dune` → `brume-et-dune`, for ids. */
export const slug = (text: string): string => foldText(text).replaceAll(' ', '-');
