/** What the server says of a scenario to the explorer that opens it. */
export interface PlanStep {
	id: string;
	sentence: string;
	/** When, how far agreed, who sees to it. */
	facts: string;
	note: string;
	/** Why it changes nothing. */
	problem?: string | undefined;
	/** What it brings: ids of planned nodes and relations. */
	brings: readonly string[];
	/** Facts and plans it joins or ends. */
	concerns: readonly string[];
}

/** What the forms offer: the network as planned so far. */
export interface PlanChoices {
	structures: readonly { id: string; name: string }[];
	resources: readonly { id: string; name: string }[];
	/** Absent where the scenario starts from a territory. */
	project?: { id: string; name: string } | undefined;
	communes: readonly string[];
	ties: readonly { id: string; name: string }[];
}

export interface PlanAnswer {
	name: string;
	version: number;
	steps: readonly PlanStep[];
	/** What undoing and doing again would do, in words. */
	undo?: string | undefined;
	redo?: string | undefined;
	/** What would change, in sentences. */
	differences: readonly string[];
	/** Absent when what it starts from is gone: nothing can be drawn. */
	drawn?:
		| {
				choices: PlanChoices;
				/** Ids of planned nodes and edges. */
				planned: readonly string[];
				/** The network after, in columns. */
				network: string;
		  }
		| undefined;
	/** Why nothing can be drawn, in a sentence. */
	gone?: string | undefined;
}
