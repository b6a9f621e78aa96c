import * as v from 'valibot';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { PROJECT_KINDS } from '#lib/domain/vocabulary/project-kinds.ts';

/** What a section can be filled with from the facts. */
export const CONTENTS = [
	'identity',
	'territory',
	'needs',
	'participants',
	'care',
	'access',
	'network',
	'cooperations',
	'sharing',
	'funding',
	'governance',
	'apart',
	'calendar',
	'evaluation'
] as const;
export type Content = (typeof CONTENTS)[number];

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const words = v.strictObject({ fr: text, en: text });
export type Words = v.InferOutput<typeof words>;

const check = v.variant('kind', [
	v.strictObject({
		/** Members of these kinds, or the project itself when it is of one of `projects`. */
		kind: v.literal('members'),
		of: v.array(v.picklist(ACTOR_KINDS)),
		projects: v.optional(v.array(v.picklist(PROJECT_KINDS)), []),
		atLeast: v.pipe(v.number(), v.integer(), v.minValue(1)),
		/** What the facts cannot tell of those found. */
		confirm: v.optional(words)
	}),
	v.strictObject({ kind: v.literal('territory') }),
	v.strictObject({ kind: v.literal('access') }),
	v.strictObject({ kind: v.literal('sourced') }),
	/** Some fact for this content. */
	v.strictObject({
		kind: v.literal('content'),
		of: v.picklist(CONTENTS),
		/** What is still to be written when the facts only begin to answer. */
		confirm: v.optional(words)
	}),
	/** Only the team can say. */
	v.strictObject({ kind: v.literal('team') })
]);
export type Check = v.InferOutput<typeof check>;

const rule = v.strictObject({
	id: text,
	statement: words,
	/** What to do when it is not satisfied. */
	remedy: words,
	/** Article or text it comes from. */
	reference: v.optional(text),
	check
});
export type Rule = v.InferOutput<typeof rule>;

const section = v.strictObject({
	id: text,
	title: words,
	/** What the team still has to write there. */
	guidance: words,
	contents: v.array(v.picklist(CONTENTS))
});

/**
 * What a kind of proposal must contain. Data, one JSON file each, to be corrected by whoever knows the
 * texts; `checked` says when its content was compared with a published text, and which.
 */
export const frameworkSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
	name: words,
	summary: words,
	/** Sent as a letter of two pages. */
	letter: v.optional(v.literal(true)),
	/** Kinds of project that usually take it. */
	projects: v.array(v.picklist(PROJECT_KINDS)),
	references: v.array(
		v.strictObject({
			title: text,
			checked: v.nullable(v.strictObject({ day: v.pipe(v.string(), v.isoDate()), against: words }))
		})
	),
	sections: v.pipe(v.array(section), v.minLength(1)),
	rules: v.pipe(v.array(rule), v.minLength(1))
});
export type Framework = v.InferOutput<typeof frameworkSchema>;
