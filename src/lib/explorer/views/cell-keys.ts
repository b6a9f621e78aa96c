import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'button, a[href]';
const cellsOf = (row: Element): Element[] => [...row.querySelectorAll(':scope > :is(td, th)')];

/** Steps through rows until one has something to focus in that column. */
function vertical(rows: readonly Element[], from: number, step: number, column: number) {
	for (let at = from + step; at >= 0 && at < rows.length; at += step) {
		const row = rows[at];
		const found = row && cellsOf(row)[column]?.querySelector<HTMLElement>(FOCUSABLE);
		if (found) return found;
	}
	return undefined;
}

function horizontal(row: Element, current: Element, step: number): HTMLElement | undefined {
	const found = [...row.querySelectorAll<HTMLElement>(FOCUSABLE)];
	return found[found.findIndex((one) => one === current) + step];
}

function target(table: Element, current: Element, key: string): HTMLElement | undefined {
	const row = current.closest('tr');
	const cell = current.closest('td, th');
	if (!row || !cell) return undefined;
	const rows = [...table.querySelectorAll('tr')];
	const column = cellsOf(row).indexOf(cell);
	switch (key) {
		case 'ArrowDown':
			return vertical(rows, rows.indexOf(row), 1, column);
		case 'ArrowUp':
			return vertical(rows, rows.indexOf(row), -1, column);
		case 'ArrowRight':
			return horizontal(row, current, 1);
		case 'ArrowLeft':
			return horizontal(row, current, -1);
		case 'Home':
			return vertical(rows, -1, 1, column);
		case 'End':
			return vertical(rows, rows.length, -1, column);
		default:
			return undefined;
	}
}

/** Arrows go from button to button of a table, as in a spreadsheet; Tab still visits each of them. */
export const cellKeys: Attachment<HTMLTableElement> = (table) => {
	const walk = (event: KeyboardEvent): void => {
		const { target: current } = event;
		if (event.altKey || event.ctrlKey || event.metaKey || !(current instanceof Element)) return;
		const next = target(table, current, event.key);
		if (!next) return;
		next.focus();
		event.preventDefault();
	};
	table.addEventListener('keydown', walk);
	return () => table.removeEventListener('keydown', walk);
};
