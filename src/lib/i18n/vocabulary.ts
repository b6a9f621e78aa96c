import { m } from './paraglide/messages.js';
import type { Certainty } from '#lib/domain/claims.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { ActorKind, KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';
import type {
	AccessDimension,
	ProjectKind,
	ProjectStatus
} from '#lib/domain/vocabulary/project-kinds.ts';
import type {
	Family,
	FundingStage,
	Intensity,
	RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import type { ResourceKind } from '#lib/domain/vocabulary/resource-kinds.ts';

/** Message of each word of the vocabulary; a missing one does not compile. Read through `labels.ts`. */
type Messages<K extends string> = Record<K, () => string>;

export const ACTOR_KIND: Messages<ActorKind> = {
	centre_de_sante: m.kind_centre_de_sante,
	centre_de_sante_communautaire: m.kind_centre_de_sante_communautaire,
	maison_de_sante: m.kind_maison_de_sante,
	cpts: m.kind_cpts,
	reseau: m.kind_reseau,
	profession_liberale: m.kind_profession_liberale,
	hopital: m.kind_hopital,
	etablissement_medico_social: m.kind_etablissement_medico_social,
	equipe_mobile: m.kind_equipe_mobile,
	csapa: m.kind_csapa,
	association: m.kind_association,
	scic: m.kind_scic,
	think_tank: m.kind_think_tank,
	universite: m.kind_universite,
	collectivite: m.kind_collectivite,
	etat: m.kind_etat,
	gip: m.kind_gip,
	bailleur: m.kind_bailleur,
	assurance_maladie: m.kind_assurance_maladie,
	mutuelle: m.kind_mutuelle,
	entreprise: m.kind_entreprise,
	fondation: m.kind_fondation,
	financeur: m.kind_financeur,
	ars: m.kind_ars
};
export const GROUP: Messages<KindGroup | 'project'> = {
	primary_care: m.group_primary_care,
	networks: m.group_networks,
	hospital: m.group_hospital,
	outreach: m.group_outreach,
	civil_society: m.group_civil_society,
	public_bodies: m.group_public_bodies,
	insurance: m.group_insurance,
	funder: m.group_funder,
	resource: m.group_resource,
	ars: m.group_ars,
	project: m.group_project
};
export const PROJECT_KIND: Messages<ProjectKind> = {
	cls: m.project_kind_cls,
	centre_de_sante: m.project_kind_centre_de_sante,
	centre_sante_communautaire: m.project_kind_centre_sante_communautaire,
	centre_sante_scic: m.project_kind_centre_sante_scic,
	equipe_mobile: m.project_kind_equipe_mobile,
	msp: m.project_kind_msp,
	cpts: m.project_kind_cpts,
	pole_de_sante: m.project_kind_pole_de_sante,
	cabinet_secondaire: m.project_kind_cabinet_secondaire,
	pts: m.project_kind_pts,
	article51: m.project_kind_article51,
	cooperative_acteurs: m.project_kind_cooperative_acteurs,
	convention_territoriale: m.project_kind_convention_territoriale,
	service_public_regional: m.project_kind_service_public_regional,
	demarche_regionale: m.project_kind_demarche_regionale,
	etude_action: m.project_kind_etude_action
};
export const RESOURCE_KIND: Messages<ResourceKind> = {
	locaux: m.resource_kind_locaux,
	personnel_partage: m.resource_kind_personnel_partage,
	vehicule: m.resource_kind_vehicule,
	outil: m.resource_kind_outil,
	service: m.resource_kind_service,
	fonds: m.resource_kind_fonds,
	structure_juridique: m.resource_kind_structure_juridique
};
export const LABEL: Messages<NodeLabel> = {
	Actor: m.label_Actor,
	Funder: m.label_Funder,
	ArsRegion: m.label_ArsRegion,
	SharedResource: m.label_SharedResource,
	HealthProject: m.label_HealthProject,
	Territory: m.label_Territory,
	Source: m.label_Source
};
export const FAMILY: Messages<Family> = {
	cooperation: m.family_cooperation,
	sharing: m.family_sharing,
	funding: m.family_funding,
	governance: m.family_governance,
	participation: m.family_participation,
	oversight: m.family_oversight,
	place: m.family_place
};
export const OUT: Messages<RelationType> = {
	COOPERATES_WITH: m.rel_out_COOPERATES_WITH,
	REFERS_TO: m.rel_out_REFERS_TO,
	ACCOMPANIES: m.rel_out_ACCOMPANIES,
	HOLDS: m.rel_out_HOLDS,
	USES: m.rel_out_USES,
	HOSTS: m.rel_out_HOSTS,
	SHARES_WITH: m.rel_out_SHARES_WITH,
	FUNDS: m.rel_out_FUNDS,
	MANAGES: m.rel_out_MANAGES,
	GOVERNS: m.rel_out_GOVERNS,
	SHAREHOLDER_OF: m.rel_out_SHAREHOLDER_OF,
	MEMBER_OF: m.rel_out_MEMBER_OF,
	LEADS: m.rel_out_LEADS,
	TAKES_PART_IN: m.rel_out_TAKES_PART_IN,
	SUPPORTS: m.rel_out_SUPPORTS,
	OVERSEEN_BY: m.rel_out_OVERSEEN_BY,
	LOCATED_IN: m.rel_out_LOCATED_IN,
	PART_OF: m.rel_out_PART_OF
};
export const IN: Messages<RelationType> = {
	COOPERATES_WITH: m.rel_in_COOPERATES_WITH,
	REFERS_TO: m.rel_in_REFERS_TO,
	ACCOMPANIES: m.rel_in_ACCOMPANIES,
	HOLDS: m.rel_in_HOLDS,
	USES: m.rel_in_USES,
	HOSTS: m.rel_in_HOSTS,
	SHARES_WITH: m.rel_in_SHARES_WITH,
	FUNDS: m.rel_in_FUNDS,
	MANAGES: m.rel_in_MANAGES,
	GOVERNS: m.rel_in_GOVERNS,
	SHAREHOLDER_OF: m.rel_in_SHAREHOLDER_OF,
	MEMBER_OF: m.rel_in_MEMBER_OF,
	LEADS: m.rel_in_LEADS,
	TAKES_PART_IN: m.rel_in_TAKES_PART_IN,
	SUPPORTS: m.rel_in_SUPPORTS,
	OVERSEEN_BY: m.rel_in_OVERSEEN_BY,
	LOCATED_IN: m.rel_in_LOCATED_IN,
	PART_OF: m.rel_in_PART_OF
};
export const STATUS: Messages<RelationStatus> = {
	current: m.status_current,
	ended: m.status_ended,
	planned: m.status_planned,
	to_check: m.status_to_check
};
export const PROJECT_STATUS: Messages<ProjectStatus> = {
	current: m.project_status_current,
	planned: m.project_status_planned,
	blocked: m.project_status_blocked,
	ended: m.project_status_ended,
	to_check: m.project_status_to_check
};
export const CERTAINTY: Messages<Certainty> = {
	sourced: m.certainty_sourced,
	inferred: m.certainty_inferred,
	unsourced: m.certainty_unsourced
};
export const ACCESS: Messages<AccessDimension> = {
	financiere: m.access_financiere,
	geographique: m.access_geographique,
	sociale_psychologique: m.access_sociale_psychologique
};
export const REASON: Messages<Family> = {
	cooperation: m.reason_cooperation,
	sharing: m.reason_sharing,
	funding: m.reason_funding,
	governance: m.reason_governance,
	participation: m.reason_participation,
	oversight: m.reason_oversight,
	place: m.reason_place
};
export const STAGE: Messages<FundingStage> = {
	asked: m.stage_asked,
	granted: m.stage_granted,
	paid: m.stage_paid,
	in_kind: m.stage_in_kind
};
export const INTENSITY: Messages<Intensity> = {
	contact: m.intensity_contact,
	exchange: m.intensity_exchange,
	joint_action: m.intensity_joint_action,
	agreement: m.intensity_agreement
};
