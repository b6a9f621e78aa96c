import type { Component } from 'svelte';
import { READ_VIEWS, type ReadView, type ViewProps } from './model.ts';

type ViewComponent = Component<ViewProps>;

const LOADERS: Record<ReadView, () => Promise<{ default: ViewComponent }>> = {
	tableau: () => import('./table/TableView.svelte'),
	texte: () => import('./text/TextView.svelte'),
	mutualisation: () => import('./sharing/SharingView.svelte'),
	financements: () => import('./funding/FundingView.svelte')
};

const loaded: Partial<Record<ReadView, ViewComponent>> = {};

/** A view that is already here: what a page's load asked for, or a reader opened before. */
export const loadedView = (view: ReadView): ViewComponent | undefined => loaded[view];

/** Fetches the program of a view when it is first shown: the drawing does not wait for it. */
export const loadView = async (view: ReadView): Promise<ViewComponent> =>
	(loaded[view] ??= (await LOADERS[view]()).default);

/** All of them: what the server does, where waiting costs nothing. */
export const loadEveryView = (): Promise<unknown> => Promise.all(READ_VIEWS.map(loadView));
