/** Addresses of the two font files, for pages that ask for them early and images that carry them. */
export { default as textFont } from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
export { default as titleFont } from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
