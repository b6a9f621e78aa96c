import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { rgb } from '../palette.ts';
import type { HeldEdge, NodeAttributes } from '../styles.ts';
import { faded, type Stage } from './stage.ts';

const UNIFORMS = [
	'u_matrix',
	'u_sizeRatio',
	'u_dimensions',
	'u_pixelRatio',
	'u_dim',
	'u_faint',
	'u_fade'
] as const;

/** Strips per edge: a bend this soft looks round with few of them. */
const SEGMENTS = 14;

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_line;
attribute float a_look;
attribute vec2 a_place;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform vec2 u_dimensions;
uniform float u_dim;
uniform vec3 u_faint;
uniform float u_fade;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_left;
varying float v_arrow;
varying float v_dashed;

const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 position) {
	return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * 0.5 * u_dimensions;
}

void main() {
	vec2 source = toPixels(a_source);
	vec2 target = toPixels(a_target);
	vec2 span = target - source;
	float len = max(length(span), 0.001);
	vec2 control = (source + target) * 0.5 + vec2(-span.y, span.x) * a_line.y;

	float strong = mod(floor(a_look / 8.0), 2.0);
	v_arrow = mod(a_look, 2.0);
	v_dashed = floor(mod(a_look, 8.0) / 2.0);
	v_half = a_line.x * 0.5;

	// The ribbon stops at the edge of the nodes, a breath before an arrow's target.
	float from = min(a_radii.x / u_sizeRatio / len, 0.45);
	float to = 1.0 - min((a_radii.y / u_sizeRatio + v_arrow * 3.0) / len, 0.45);
	float t = mix(from, to, a_place.x);
	vec2 point = mix(mix(source, control, t), mix(control, target, t), t);
	vec2 tangent = normalize(mix(control - source, target - control, t));
	#ifdef PICKING_MODE
	float reach = max(v_half, 4.0);
	#else
	float reach = max(v_half, v_arrow * 4.5) + 1.5;
	#endif
	point += vec2(-tangent.y, tangent.x) * reach * a_place.y;

	v_across = reach * a_place.y;
	v_along = (t - from) * len;
	v_left = (to - t) * len;
	gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
	#ifdef PICKING_MODE
	// Out of the frame: what does not pass cannot be pointed at.
	if (a_look > 15.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
	v_color = a_id;
	v_color.a *= bias;
	#else
	float alpha = a_line.z * mix(u_dim, 1.0, strong);
	v_color = vec4(mix(a_color.rgb, u_faint, u_fade * (1.0 - strong)) * alpha, alpha);
	#endif
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_left;
varying float v_arrow;
varying float v_dashed;

uniform float u_pixelRatio;

void main() {
	#ifdef PICKING_MODE
	gl_FragColor = v_color;
	#else
	float soft = 0.6 / u_pixelRatio;
	bool head = v_arrow > 0.5 && v_left < 8.0;
	float half_width = head ? v_left * 0.5 : v_half;
	float coverage = 1.0 - smoothstep(half_width - soft, half_width + soft, abs(v_across));
	if (v_dashed > 0.5 && !head) {
		float drawn = v_dashed > 1.5 ? 1.8 : 3.5;
		float place = mod(v_along, v_dashed > 1.5 ? 5.0 : 7.0);
		coverage *= 1.0 - smoothstep(drawn - soft, drawn + soft, place);
	}
	gl_FragColor = v_color * coverage;
	#endif
}
`;

interface DrawnEdge extends EdgeDisplayData {
	curvature?: number;
	style?: number;
	strength?: number;
	strong?: number;
	ghost?: boolean;
}

const CORNERS = Array.from({ length: (SEGMENTS + 1) * 2 }, (_, i) => [
	Math.floor(i / 2) / SEGMENTS,
	i % 2 === 0 ? -1 : 1
]);

/** Curved edges with dashes and arrow heads in one program: a strip bent in the vertex shader. */
export function ribbonProgram(stage: Stage) {
	const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
	return class extends EdgeProgram<(typeof UNIFORMS)[number], NodeAttributes, HeldEdge> {
		getDefinition() {
			return {
				VERTICES: CORNERS.length,
				VERTEX_SHADER_SOURCE: VERTEX,
				FRAGMENT_SHADER_SOURCE: FRAGMENT,
				METHOD: TRIANGLE_STRIP,
				UNIFORMS,
				ATTRIBUTES: [
					{ name: 'a_source', size: 2, type: FLOAT },
					{ name: 'a_target', size: 2, type: FLOAT },
					{ name: 'a_radii', size: 2, type: FLOAT },
					{ name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
					{ name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
					{ name: 'a_line', size: 3, type: FLOAT },
					{ name: 'a_look', size: 1, type: FLOAT }
				],
				CONSTANT_ATTRIBUTES: [{ name: 'a_place', size: 2, type: FLOAT }],
				CONSTANT_DATA: CORNERS
			};
		}

		processVisibleItem(
			index: number,
			start: number,
			source: NodeDisplayData,
			target: NodeDisplayData,
			data: DrawnEdge
		) {
			const { array } = this;
			array[start++] = source.x;
			array[start++] = source.y;
			array[start++] = target.x;
			array[start++] = target.y;
			array[start++] = source.size;
			array[start++] = target.size;
			array[start++] = floatColor(data.color);
			array[start++] = index;
			array[start++] = data.size;
			array[start++] = data.curvature ?? 0;
			array[start++] = data.strength ?? 1;
			array[start++] = (data.style ?? 0) + (data.strong ?? 1) * 8 + (data.ghost ? 16 : 0);
		}

		setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo) {
			gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
			gl.uniform1f(at['u_sizeRatio'] ?? null, params.sizeRatio);
			gl.uniform2f(at['u_dimensions'] ?? null, params.width, params.height);
			gl.uniform1f(at['u_pixelRatio'] ?? null, params.pixelRatio);
			gl.uniform1f(at['u_dim'] ?? null, stage.dimmed && !faded(stage) ? 0.13 : 1);
			gl.uniform3fv(at['u_faint'] ?? null, rgb(stage.palette.faint));
			gl.uniform1f(at['u_fade'] ?? null, faded(stage) ? 1 : 0);
		}

		override drawWebGL(method: number, info: ProgramInfo) {
			if (!info.isPicking) stage.drawCalls++;
			super.drawWebGL(method, info);
		}
	};
}
