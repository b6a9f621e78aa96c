import table from './evaluation.json' with { type: 'json' };

/** A mean over draws, between 0 and 1, with half the width of its 95 % interval. */
interface Estimate {
	value: number;
	margin: number;
}

/** One figure of ours, of the best of the simpler methods, and how far ours is ahead in the same draws. */
export interface Comparison {
	ours: Estimate;
	best: { method: string } & Estimate;
	ahead: Estimate;
}

/** How often hidden ties were found in one network. */
export interface EvaluatedNetwork {
	name: string;
	structures: number;
	ties: number;
	/** Hidden partners among the first ten suggested. */
	hits: Comparison;
	/** Mean of one over the place of the hidden partner. */
	mrr: Comparison;
	/** How often the hidden partner comes before one drawn at random. */
	auc: Comparison;
}

/** What `npm run bench suggestions publish` found and wrote. */
export interface Published {
	/** `YYYY-MM-DD`. */
	day: string;
	/** How many times ties were hidden. */
	draws: number;
	/** Share of the ties hidden each time. */
	hidden: number;
	networks: EvaluatedNetwork[];
}

export const EVALUATION: Published = table;

/** How ours stands beside the best of the simpler methods: level when its interval holds zero. */
export function standingOf({ ahead }: Comparison): 'ahead' | 'level' | 'behind' {
	if (Math.abs(ahead.value) <= ahead.margin) return 'level';
	return ahead.value > 0 ? 'ahead' : 'behind';
}
