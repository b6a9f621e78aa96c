export { computeLayout, LAYOUT_VERSION } from './compute.ts';
export { decodeLayout, encodeLayout } from './encode.ts';
export { layoutFingerprint } from './fingerprint.ts';
