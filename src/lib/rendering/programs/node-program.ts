import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { rgb } from '../palette.ts';
import type { HeldEdge, NodeAttributes } from '../styles.ts';
import { faded, type Stage } from './stage.ts';

const UNIFORMS = [
	'u_matrix',
	'u_sizeRatio',
	'u_correctionRatio',
	'u_pixelRatio',
	'u_dim',
	'u_paper',
	'u_ink',
	'u_coral',
	'u_faint',
	'u_fade'
] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_look;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying float v_ring;
varying float v_strong;
varying float v_pinned;
varying float v_hollow;

const float bias = 255.0 / 254.0;

void main() {
	float radius = a_size / u_sizeRatio;
	float strong = mod(floor(a_look / 16.0), 2.0);
	float ring = floor(mod(a_look, 16.0) / 4.0);
	// Room around the shape for its border and its rings, in pixels.
	float reach = radius + (ring > 0.5 ? 10.0 : 3.0);
	v_point = a_corner * reach;
	v_radius = radius;
	v_shape = mod(a_look, 4.0);
	v_ring = ring;
	v_strong = strong;
	v_pinned = mod(floor(a_look / 32.0), 2.0);
	v_hollow = floor(a_look / 128.0);
	vec2 offset = v_point * u_correctionRatio * 2.0;
	gl_Position = vec4((u_matrix * vec3(a_position + offset, 1.0)).xy, 0.0, 1.0);
	#ifdef PICKING_MODE
	v_color = a_id;
	// Out of the frame: what does not pass cannot be pointed at.
	if (mod(floor(a_look / 64.0), 2.0) > 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
	#else
	v_color = a_color;
	#endif
	v_color.a *= bias;
}
`;

/** Signed distances after Inigo Quilez, "2D distance functions". */
const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying float v_ring;
varying float v_strong;
varying float v_pinned;
varying float v_hollow;

uniform float u_pixelRatio;
uniform float u_dim;
uniform vec3 u_paper;
uniform vec3 u_ink;
uniform vec3 u_coral;
uniform vec3 u_faint;
uniform float u_fade;

float shapeDistance(vec2 p, float r) {
	if (v_shape < 0.5) return length(p) - r;
	if (v_shape < 1.5) {
		float half_side = r * 0.88;
		vec2 d = abs(p) - vec2(half_side - 1.5);
		return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - 1.5;
	}
	if (v_shape < 2.5) return (abs(p.x) + abs(p.y) - r * 1.18) * 0.70710678;
	const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
	float apothem = r * 0.94;
	vec2 q = abs(p.yx);
	q -= 2.0 * min(dot(k.xy, q), 0.0) * k.xy;
	q -= vec2(clamp(q.x, -k.z * apothem, k.z * apothem), apothem);
	return length(q) * sign(q.y);
}

void over(inout vec4 below, vec3 color, float coverage) {
	below = vec4(color * coverage, coverage) + below * (1.0 - coverage);
}

void main() {
	float d = shapeDistance(v_point, v_radius);
	#ifdef PICKING_MODE
	// A little wider than what is seen: small nodes stay easy to point at.
	if (d > 3.0) discard;
	gl_FragColor = v_color;
	#else
	float soft = 0.75 / u_pixelRatio;
	float border = v_radius < 2.5 ? 0.0 : 1.6;
	vec4 result = vec4(0.0);
	bool selected = mod(v_ring, 2.0) > 0.5;
	bool apart = v_ring > 1.5;
	if (selected) {
		float at = apart ? 7.0 : 5.0;
		over(result, u_paper, 1.0 - smoothstep(at - soft, at + soft, d));
		over(result, u_ink, 1.0 - smoothstep(0.9 - soft, 0.9 + soft, abs(d - at)));
	}
	if (apart) over(result, u_coral, 1.0 - smoothstep(1.1 - soft, 1.1 + soft, abs(d - 3.2)));
	if (border > 0.0) over(result, u_paper, 1.0 - smoothstep(border - soft, border + soft, d));
	vec3 color = mix(v_color.rgb, u_faint, u_fade * (1.0 - v_strong));
	over(result, color, 1.0 - smoothstep(-soft, soft, d));
	if (v_hollow > 0.5) over(result, u_paper, 1.0 - smoothstep(-2.2 - soft, -2.2 + soft, d));
	if (v_pinned > 0.5) {
		float dot_radius = max(v_radius * 0.36, 1.5);
		over(result, u_paper, 1.0 - smoothstep(dot_radius - soft, dot_radius + soft, length(v_point)));
	}
	gl_FragColor = result * mix(u_dim, 1.0, v_strong);
	#endif
}
`;

interface DrawnNode extends NodeDisplayData {
	shape?: number;
	ring?: number;
	strong?: number;
	pinned?: boolean;
	hollow?: boolean;
	ghost?: boolean;
}

/** One program for the four shapes: each pixel asks how far it is from the outline. */
export function nodeProgram(stage: Stage) {
	const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
	return class extends NodeProgram<(typeof UNIFORMS)[number], NodeAttributes, HeldEdge> {
		getDefinition() {
			return {
				VERTICES: 4,
				VERTEX_SHADER_SOURCE: VERTEX,
				FRAGMENT_SHADER_SOURCE: FRAGMENT,
				METHOD: TRIANGLE_STRIP,
				UNIFORMS,
				ATTRIBUTES: [
					{ name: 'a_position', size: 2, type: FLOAT },
					{ name: 'a_size', size: 1, type: FLOAT },
					{ name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
					{ name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
					{ name: 'a_look', size: 1, type: FLOAT }
				],
				CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
				CONSTANT_DATA: [
					[-1, -1],
					[1, -1],
					[-1, 1],
					[1, 1]
				]
			};
		}

		processVisibleItem(index: number, start: number, data: DrawnNode) {
			const { array } = this;
			array[start++] = data.x;
			array[start++] = data.y;
			array[start++] = data.size;
			array[start++] = floatColor(data.color);
			array[start++] = index;
			array[start++] =
				(data.shape ?? 0) +
				(data.ring ?? 0) * 4 +
				(data.strong ?? 1) * 16 +
				(data.pinned ? 32 : 0) +
				(data.ghost ? 64 : 0) +
				(data.hollow ? 128 : 0);
		}

		setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo) {
			const { palette } = stage;
			gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
			gl.uniform1f(at['u_sizeRatio'] ?? null, params.sizeRatio);
			gl.uniform1f(at['u_correctionRatio'] ?? null, params.correctionRatio);
			gl.uniform1f(at['u_pixelRatio'] ?? null, params.pixelRatio);
			gl.uniform1f(at['u_dim'] ?? null, stage.dimmed && !faded(stage) ? 0.22 : 1);
			gl.uniform3fv(at['u_faint'] ?? null, rgb(palette.faint));
			gl.uniform1f(at['u_fade'] ?? null, faded(stage) ? 1 : 0);
			gl.uniform3fv(at['u_paper'] ?? null, rgb(palette.paper));
			gl.uniform3fv(at['u_ink'] ?? null, rgb(palette.ink));
			gl.uniform3fv(at['u_coral'] ?? null, rgb(palette.coral));
		}

		override drawWebGL(method: number, info: ProgramInfo) {
			if (!info.isPicking) stage.drawCalls++;
			super.drawWebGL(method, info);
		}
	};
}
