import type { Attachment } from 'svelte/attachments';

/** A row that slides sideways shows what takes the focus whole: browsers are content with a sliver of it. */
export const keepInSight: Attachment<HTMLElement> = (row) => {
	const show = ({ target }: FocusEvent): void => {
		if (target instanceof HTMLElement)
			target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	};
	row.addEventListener('focusin', show);
	return () => row.removeEventListener('focusin', show);
};
