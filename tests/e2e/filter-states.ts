const FAMILIES = 'cooperation,sharing,funding,governance,participation,oversight';

/** Twenty ways a reader may filter a network, as addresses write them. */
export const FILTER_STATES: readonly string[] = [
	'',
	`familles=${FAMILIES}&masques=aucune`,
	'familles=cooperation',
	'familles=sharing',
	'familles=funding&masques=aucune',
	'familles=governance,participation&masques=aucune',
	'familles=oversight&masques=aucune',
	'familles=aucune',
	'masques=primary_care',
	'masques=resource,ars,project',
	'masques=civil_society,public_bodies,hospital',
	'statuts=current',
	`statuts=ended,planned,to_check&familles=${FAMILIES}&masques=aucune`,
	'certitudes=sourced',
	`certitudes=inferred,unsourced&familles=${FAMILIES}&masques=aucune`,
	'ess=oui',
	'ess=non,inconnu&masques=aucune',
	`annee=2019&familles=${FAMILIES}&masques=aucune`,
	`annee=2022&depuis=2014&familles=${FAMILIES}`,
	'departements=75,93,59,31,13,971,973,976'
];
