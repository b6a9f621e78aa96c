import { ACTOR_KINDS, type ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';

/*
 * Every category and legal status of the lists FINESS publishes (cs1500106 and cs1500107 of 26 May 2025,
 * closed codes included), each under the kind of ours it is nearest to.
 */
const CATEGORIES: Partial<Record<ActorKind, string>> = {
	etablissement_medico_social:
		'001 002 142 143 159 164 165 166 167 168 169 170 171 172 174 175 176 177 180 181 182 183 ' +
		'184 185 186 188 189 190 191 192 193 194 195 196 198 199 200 202 205 207 208 209 212 213 ' +
		'214 215 216 217 218 219 221 236 237 238 241 246 249 250 251 252 253 255 256 257 258 259 ' +
		'266 267 270 271 285 286 294 295 297 324 340 341 342 343 344 345 346 347 354 367 368 369 ' +
		'370 371 377 378 379 380 381 382 390 393 394 395 396 397 398 399 402 404 411 418 427 437 ' +
		'438 440 441 442 443 445 446 448 449 450 451 453 460 461 462 463 464 500 501 502 633 637 ' +
		'638 640 643 644 645 646',
	hopital:
		'003 101 106 108 109 112 114 115 119 122 127 128 129 131 135 136 137 138 139 140 141 144 ' +
		'146 156 157 161 163 173 179 233 292 320 321 329 352 353 355 361 362 363 365 366 412 413 ' +
		'414 415 422 425 426 430 433 444 631 695 696 697 698',
	centre_de_sante: '124 125 130 289 328 439 636',
	entreprise: '126 247 327 420 447 610 611 612 620 621 622 623 624 627 630 632 639 641 690 699',
	etat: '132 261 262 265 268 322 375 376 386 401 434',
	csapa: '160 162 178 197 419 431 432',
	association: '220 228 231 357 400 452 616',
	collectivite: '223 224 225 229 230 359 403 405 642',
	universite:
		'269 272 273 274 275 276 277 278 279 280 281 282 283 284 300 303 304 305 306 307 308 309 ' +
		'310 311 312 313 314 315 316 317 319 326 330 349 350 373 374 421 423 435 436',
	profession_liberale: '601 602 605 617 647',
	maison_de_sante: '603',
	cpts: '604',
	reseau: '606 607 614 648',
	equipe_mobile: '608',
	gip: '609',
	assurance_maladie: '628',
	mutuelle: '629'
};

/** 70, a person, is not there: people are not organisations. */
const STATUSES: Partial<Record<ActorKind, string>> = {
	etat: '01 10 18 26',
	collectivite: '02 03 04 05 06 07 08 17 19 20 21 22 23 25',
	hopital: '11 12 13 14 15 16 29 89',
	bailleur: '24',
	gip: '28',
	etablissement_medico_social: '30 66',
	assurance_maladie: '40 41 43 44 45 46',
	mutuelle: '42 47 48 49',
	association: '50 51 52 60 61 62 64 65',
	fondation: '63',
	profession_liberale: '79 80 85 86 87 88 91',
	entreprise: '27 71 72 73 74 75 76 77 78 90 93 95'
};

function kindByCode(codes: Partial<Record<ActorKind, string>>): ReadonlyMap<string, ActorKind> {
	const byCode = new Map<string, ActorKind>();
	for (const kind of ACTOR_KINDS)
		for (const code of (codes[kind] ?? '').split(' ')) byCode.set(code, kind);
	return byCode;
}

const BY_CATEGORY = kindByCode(CATEGORIES);
const BY_STATUS = kindByCode(STATUSES);

/** The kind a FINESS category means, also as a number that lost its zeros; `undefined` for an unknown one. */
export const kindOfCategory = (code: string): ActorKind | undefined =>
	/^\d{1,3}$/.test(code) ? BY_CATEGORY.get(code.padStart(3, '0')) : undefined;

/** The same for the legal status of who manages establishments. */
export const kindOfStatus = (code: string): ActorKind | undefined =>
	/^\d{1,2}$/.test(code) ? BY_STATUS.get(code.padStart(2, '0')) : undefined;

/** Status of an independent professional. */
export const isPerson = (status: string): boolean => status === '70';
