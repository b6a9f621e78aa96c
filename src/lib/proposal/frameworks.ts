import * as v from 'valibot';
import type { ProjectKind } from '#lib/domain/vocabulary/project-kinds.ts';
import { frameworkSchema, type Framework } from './framework.ts';
import centreDeSante from './frameworks/centre-de-sante.json' with { type: 'json' };
import communityCentre from './frameworks/centre-de-sante-communautaire.json' with { type: 'json' };
import cls from './frameworks/cls.json' with { type: 'json' };
import cptsLetter from './frameworks/cpts-lettre.json' with { type: 'json' };
import cptsProject from './frameworks/cpts-projet.json' with { type: 'json' };
import msp from './frameworks/msp.json' with { type: 'json' };
import pts from './frameworks/pts.json' with { type: 'json' };

/** In the order a reader chooses from. */
export const FRAMEWORKS: readonly Framework[] = v.parse(v.array(frameworkSchema), [
	pts,
	cptsLetter,
	cptsProject,
	msp,
	centreDeSante,
	communityCentre,
	cls
]);

export const frameworkById = (id: string): Framework | undefined =>
	FRAMEWORKS.find((framework) => framework.id === id);

/** The one such a project usually takes; the territorial health project for what has none, or is no project yet. */
export function usualFramework(kind: ProjectKind | undefined): Framework {
	const usual = kind && FRAMEWORKS.find(({ projects }) => projects.includes(kind));
	const found = usual ?? FRAMEWORKS[0];
	if (!found) throw new Error('no framework');
	return found;
}
