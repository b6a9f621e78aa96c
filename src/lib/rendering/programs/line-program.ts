import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { rgb } from '../palette.ts';
import type { HeldEdge, NodeAttributes } from '../styles.ts';
import { faded, type Stage } from './stage.ts';

const UNIFORMS = ['u_matrix', 'u_dim', 'u_faint', 'u_fade'] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_color;
attribute float a_look;

uniform mat3 u_matrix;
uniform float u_dim;
uniform vec3 u_faint;
uniform float u_fade;

varying vec4 v_color;

void main() {
	gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
	float strong = floor(a_look);
	float alpha = fract(a_look) * mix(u_dim, 1.0, strong);
	v_color = vec4(mix(a_color.rgb, u_faint, u_fade * (1.0 - strong)) * alpha, alpha);
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
void main() {
	gl_FragColor = v_color;
}
`;

interface DrawnEdge extends EdgeDisplayData {
	strength?: number;
	strong?: number;
}

/** Plain lines, two vertices each, for networks where bends and arrows would only be noise. Not picked. */
export function lineProgram(stage: Stage) {
	const { FLOAT, UNSIGNED_BYTE, LINES } = WebGL2RenderingContext;
	return class extends EdgeProgram<(typeof UNIFORMS)[number], NodeAttributes, HeldEdge> {
		getDefinition() {
			return {
				VERTICES: 2,
				VERTEX_SHADER_SOURCE: VERTEX,
				FRAGMENT_SHADER_SOURCE: FRAGMENT,
				METHOD: LINES,
				UNIFORMS,
				ATTRIBUTES: [
					{ name: 'a_position', size: 2, type: FLOAT },
					{ name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
					{ name: 'a_look', size: 1, type: FLOAT }
				]
			};
		}

		processVisibleItem(
			_index: number,
			start: number,
			source: NodeDisplayData,
			target: NodeDisplayData,
			data: DrawnEdge
		) {
			const { array } = this;
			const color = floatColor(data.color);
			const strong = data.strong ?? 1;
			// Strength in the fraction, emphasis in the whole part.
			const share = stage.palette.contrast ? 1 : strong ? 0.6 : 0.45;
			const look = strong + Math.min((data.strength ?? 1) * share, 0.99);
			array[start++] = source.x;
			array[start++] = source.y;
			array[start++] = color;
			array[start++] = look;
			array[start++] = target.x;
			array[start++] = target.y;
			array[start++] = color;
			array[start++] = look;
		}

		setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo) {
			gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
			gl.uniform1f(at['u_dim'] ?? null, stage.dimmed && !faded(stage) ? 0.12 : 1);
			gl.uniform3fv(at['u_faint'] ?? null, rgb(stage.palette.faint));
			gl.uniform1f(at['u_fade'] ?? null, faded(stage) ? 1 : 0);
		}

		override drawWebGL(method: number, info: ProgramInfo) {
			if (!info.isPicking) stage.drawCalls++;
			super.drawWebGL(method, info);
		}
	};
}
