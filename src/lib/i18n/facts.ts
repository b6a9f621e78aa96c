import { m } from './paraglide/messages.js';
import type { Organisation, PlacePrecision } from '#lib/domain/entities.ts';
import type { PlaceRefusal } from '#lib/domain/places/place.ts';
import type {
	Coverage,
	EconomicModel,
	Public,
	Service
} from '#lib/domain/vocabulary/project-kinds.ts';
import { amount, lookUp, number } from './labels.ts';

const SERVICE: Record<Service, () => string> = {
	medecine_generale: m.service_medecine_generale,
	medecine_specialisee: m.service_medecine_specialisee,
	soins_infirmiers: m.service_soins_infirmiers,
	suivi_asalee: m.service_suivi_asalee,
	dentaire: m.service_dentaire,
	maieutique: m.service_maieutique,
	kinesitherapie: m.service_kinesitherapie,
	orthophonie: m.service_orthophonie,
	pedicurie_podologie: m.service_pedicurie_podologie,
	pharmacie: m.service_pharmacie,
	imagerie: m.service_imagerie,
	sante_mentale: m.service_sante_mentale,
	addictologie: m.service_addictologie,
	sante_sexuelle: m.service_sante_sexuelle,
	planification_familiale: m.service_planification_familiale,
	mediation_sante: m.service_mediation_sante,
	interpretariat: m.service_interpretariat,
	acces_aux_droits: m.service_acces_aux_droits,
	accompagnement_social: m.service_accompagnement_social,
	prevention: m.service_prevention,
	depistage: m.service_depistage,
	vaccination: m.service_vaccination,
	education_therapeutique: m.service_education_therapeutique,
	dietetique: m.service_dietetique,
	activite_physique: m.service_activite_physique,
	soins_non_programmes: m.service_soins_non_programmes,
	acces_medecin_traitant: m.service_acces_medecin_traitant,
	telemedecine: m.service_telemedecine,
	visites_domicile: m.service_visites_domicile,
	aller_vers: m.service_aller_vers,
	accueil_jeunes: m.service_accueil_jeunes,
	transport: m.service_transport,
	coordination: m.service_coordination
};
const PUBLIC: Record<Public, () => string> = {
	tous: m.public_tous,
	precaires: m.public_precaires,
	sans_couverture: m.public_sans_couverture,
	exiles: m.public_exiles,
	sans_abri: m.public_sans_abri,
	publics_invisibles: m.public_publics_invisibles,
	victimes_violences: m.public_victimes_violences,
	femmes: m.public_femmes,
	enfants_jeunes: m.public_enfants_jeunes,
	personnes_agees: m.public_personnes_agees,
	aidants: m.public_aidants,
	handicap: m.public_handicap,
	malades_chroniques: m.public_malades_chroniques,
	usagers_drogues: m.public_usagers_drogues,
	detenus: m.public_detenus,
	patients_sans_medecin_traitant: m.public_patients_sans_medecin_traitant,
	habitants_qpv: m.public_habitants_qpv,
	habitants_quartier: m.public_habitants_quartier,
	habitants_intercommunalite: m.public_habitants_intercommunalite,
	locataires_sociaux: m.public_locataires_sociaux,
	ruraux: m.public_ruraux
};
const ECONOMY: Record<EconomicModel, () => string> = {
	paiement_a_l_acte: m.economy_paiement_a_l_acte,
	tiers_payant: m.economy_tiers_payant,
	secteur_1: m.economy_secteur_1,
	article51: m.economy_article51,
	dotation_assurance_maladie: m.economy_dotation_assurance_maladie,
	fir: m.economy_fir,
	aci_assurance_maladie: m.economy_aci_assurance_maladie,
	subventions_publiques: m.economy_subventions_publiques,
	contrats_aides: m.economy_contrats_aides,
	salariat_public: m.economy_salariat_public,
	salariat_associatif: m.economy_salariat_associatif,
	exercice_liberal: m.economy_exercice_liberal,
	loyers_professionnels: m.economy_loyers_professionnels,
	capital_cooperatif: m.economy_capital_cooperatif,
	contributions_partenaires: m.economy_contributions_partenaires,
	mutualiste: m.economy_mutualiste,
	investissement_prive: m.economy_investissement_prive,
	mise_a_disposition_locaux: m.economy_mise_a_disposition_locaux,
	mecenat: m.economy_mecenat,
	dons: m.economy_dons,
	pret_bancaire: m.economy_pret_bancaire,
	benevolat: m.economy_benevolat
};
const COVERAGE: Record<Coverage, () => string> = {
	survey: m.coverage_survey,
	partial: m.coverage_partial,
	press: m.coverage_press,
	single_page: m.coverage_single_page
};
const NOTE: Record<NonNullable<Organisation['collectionNote']>, () => string> = {
	seat_to_check: m.note_seat_to_check,
	few_ties: m.note_few_ties,
	ties_not_collected: m.note_ties_not_collected
};
const PRECISION: Record<PlacePrecision, () => string> = {
	address: m.precision_address,
	commune: m.precision_commune
};
const FIGURE: Record<string, () => string> = {
	professionnels: m.figure_professionnels,
	medecins: m.figure_medecins,
	medecins_generalistes: m.figure_medecins_generalistes,
	infirmiers: m.figure_infirmiers,
	salaries: m.figure_salaries,
	benevoles: m.figure_benevoles,
	patients: m.figure_patients,
	patients_medecin_traitant: m.figure_patients_medecin_traitant,
	consultations: m.figure_consultations,
	consultations_cumulees: m.figure_consultations_cumulees,
	habitants_couverts: m.figure_habitants_couverts,
	communes: m.figure_communes,
	centres: m.figure_centres,
	axes: m.figure_axes,
	structures: m.figure_structures,
	partenaires: m.figure_partenaires,
	budget_eur: m.figure_budget_eur,
	investissement_eur: m.figure_investissement_eur,
	travaux_eur: m.figure_travaux_eur,
	deficit_eur: m.figure_deficit_eur,
	capital_eur: m.figure_capital_eur,
	financement_eur: m.figure_financement_eur,
	dotation_eur: m.figure_dotation_eur,
	jours_par_semaine: m.figure_jours_par_semaine,
	jours_par_mois: m.figure_jours_par_mois
};

/** A service offered, « médiation en santé »; a code we do not know is shown as it is. */
export const serviceLabel = (code: string): string => lookUp(SERVICE, code);
/** A public reached, « personnes exilées ». */
export const publicLabel = (code: string): string => lookUp(PUBLIC, code);
/** A part of the economic model, « tiers payant ». */
export const economyLabel = (code: string): string => lookUp(ECONOMY, code);
/** How well a project was collected, « collecte partielle ». */
export const coverageLabel = (coverage: Coverage): string => COVERAGE[coverage]();
/** What the collection says of its own limits for a structure: a sentence. */
export const collectionNote = (note: NonNullable<Organisation['collectionNote']>): string =>
	NOTE[note]();
/** How precise a place is, « à la commune ». */
export const precisionLabel = (precision: PlacePrecision): string => PRECISION[precision]();

export interface Figure {
	label: string;
	value: string;
	year?: string | undefined;
}

/** A published figure (`key@year=value` or `key=value`), ready to read; unknown keys literally, without underscores. */
export function figure(text: string): Figure {
	const match = /^([^@=]+)(?:@([^=]+))?=(.*)$/.exec(text);
	if (!match) return { label: text, value: '' };
	const [, key = '', year, raw = ''] = match;
	const known = FIGURE[key];
	const label = known ? known() : key.replace(/_eur$/, '').replaceAll('_', ' ');
	const asNumber = Number(raw);
	const readable = Number.isFinite(asNumber) && raw !== '';
	const value = !readable ? raw : key.endsWith('_eur') ? amount(asNumber) : number(asNumber);
	return { label, value, year };
}

const PLACE_REFUSED: Record<PlaceRefusal, () => string> = {
	nowhere: m.sheet_place_nowhere,
	sea: m.sheet_place_sea,
	far: m.sheet_place_far,
	elsewhere: m.sheet_place_elsewhere
};
/** Why coordinates are not taken for a place, in a sentence. */
export const placeRefusalPhrase = (refusal: PlaceRefusal): string =>
	m.sheet_place_refused({ why: PLACE_REFUSED[refusal]() });
