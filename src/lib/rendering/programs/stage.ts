import type { Palette } from '../palette.ts';

/** Does what is set back change its colour now, instead of being paler. */
export const faded = ({ palette, dimmed }: Stage): boolean => dimmed && palette.contrast;

/** What the programs of one drawing share: read at each frame, so a change costs no new buffers. */
export interface Stage {
	palette: Palette;
	/** True while something is emphasised: the rest fades. */
	dimmed: boolean;
	/** WebGL draw calls since the drawing was made, picking left out. */
	drawCalls: number;
}
