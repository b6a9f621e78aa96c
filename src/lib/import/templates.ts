/** A table to fill in: its headers are ones the import knows, its rows an example to write over. */
export interface Template {
	headers: readonly string[];
	rows: readonly (readonly string[])[];
}

export const TEMPLATE_NAMES = ['structures', 'liens', 'ressources', 'subventions'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
export const TEMPLATE_LANGUAGES = ['fr', 'en'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

const cells = (line: string): readonly string[] => line.split(';');

/** Every structure here is made up, and says so. */
export const TEMPLATES: Readonly<Record<TemplateName, Record<TemplateLanguage, Template>>> = {
	structures: {
		fr: {
			headers: cells(
				'Nom;Type;Forme juridique;Commune;Code postal;Code INSEE;SIRET;FINESS;RNA;Date de création;ESS;Site web;Description;Services;Publics'
			),
			rows: [
				cells(
					'Centre de santé du Parc (exemple);centre de santé;association loi 1901;Rennes;35000;35238;;;;14/02/2011;oui;https://exemple.invalid;Ligne d’exemple à remplacer;médecine générale | médiation;tous publics'
				),
				cells('La Lanterne d’exemple;association;;Rennes;35000;;;;;2016;oui;;;;')
			]
		},
		en: {
			headers: cells(
				'Name;Kind;Legal form;City;Postcode;INSEE code;SIRET;FINESS;RNA;Year founded;Social economy;Website;Description;Services;Audience'
			),
			rows: [
				cells(
					'Example health centre;health centre;association loi 1901;Rennes;35000;35238;;;;14/02/2011;yes;https://example.invalid;Example row to replace;general practice | mediation;everyone'
				),
				cells('Example association;charity;;Rennes;35000;;;;;2016;yes;;;;')
			]
		}
	},
	liens: {
		fr: {
			headers: cells(
				'Structure A;Commune A;Type de lien;Structure B;Commune B;Depuis;Jusqu’à;Intensité;Précision;Projet'
			),
			rows: [
				cells(
					'Centre de santé du Parc (exemple);Rennes;coopère avec;La Lanterne d’exemple;Rennes;03/2021;;convention;Ligne d’exemple à remplacer;'
				),
				cells(
					'Centre de santé du Parc (exemple);Rennes;héberge;La Lanterne d’exemple;Rennes;2022;2024;;;'
				)
			]
		},
		en: {
			headers: cells(
				'Source;Source commune;Relationship;Target;Target commune;Start;End;Intensity;Comment;Project'
			),
			rows: [
				cells(
					'Example health centre;Rennes;works with;Example association;Rennes;03/2021;;agreement;Example row to replace;'
				),
				cells('Example health centre;Rennes;hosting;Example association;Rennes;2022;2024;;;')
			]
		}
	},
	ressources: {
		fr: {
			headers: cells(
				'Ressource;Type de ressource;Détenteur;Commune du détenteur;Utilisateurs;Capacité;Commune;Depuis;Description;Projet'
			),
			rows: [
				cells(
					'Bus santé d’exemple;véhicule;Centre de santé du Parc (exemple);Rennes;La Lanterne d’exemple;deux demi-journées par semaine;Rennes;2022;Ligne d’exemple à remplacer;'
				)
			]
		},
		en: {
			headers: cells(
				'Shared resource;Resource type;Held by;Holder city;Used by;Capacity;City;Start;Description;Project'
			),
			rows: [
				cells(
					'Example health bus;vehicle;Example health centre;Rennes;Example association;two half-days a week;Rennes;2022;Example row to replace;'
				)
			]
		}
	},
	subventions: {
		fr: {
			headers: cells(
				'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;rnaBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;dispositifAide'
			),
			rows: [
				cells(
					'Fondation d’exemple;;2024-03-15;;La Lanterne d’exemple;;;Ligne d’exemple à remplacer;12500,50;aide en numéraire;unique;2024-03-15/2024-12-31;;non;1;'
				)
			]
		},
		en: {
			headers: cells(
				'Funder;Funder SIRET;Agreement date;Recipient;Recipient SIRET;Recipient RNA;Purpose;Amount EUR;Period;Funding stage'
			),
			rows: [
				cells(
					'Example foundation;;2024-03-15;Example association;;;Example row to replace;12500.50;2024;granted'
				)
			]
		}
	}
};
