import { LiveLayout } from './live.ts';
import type { LiveAnswer, LiveRequest } from './live-messages.ts';

/** Time between two pictures, in milliseconds: a frame at 30 per second. */
const FRAME = 33;

let live: LiveLayout | undefined;
let running = false;

function answer(message: LiveAnswer): void {
	postMessage(message);
}

/** Works a frame's time, shows where things are, and lets messages in before the next. */
function work(): void {
	if (!live || !running) return;
	const end = performance.now() + FRAME;
	let resting: boolean;
	do resting = live.step(2);
	while (!resting && performance.now() < end);
	if (resting) {
		running = false;
		live.finish();
		answer({ type: 'done', reason: 'converged', positions: live.positions.slice() });
		return;
	}
	answer({ type: 'positions', positions: live.positions.slice() });
	setTimeout(work);
}

function run(): void {
	if (running) return;
	running = true;
	setTimeout(work);
}

addEventListener('message', ({ data }: MessageEvent<LiveRequest>) => {
	switch (data.type) {
		case 'start':
			live = new LiveLayout(data.input);
			return run();
		case 'resume':
			return run();
		case 'pin':
			live?.pin(data.index, data.at);
			return;
		case 'stop':
			if (!live || !running) return;
			running = false;
			answer({ type: 'done', reason: 'stopped', positions: live.positions.slice() });
	}
});
