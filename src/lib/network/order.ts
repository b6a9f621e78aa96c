/** Order of ids, the same in every language and machine: by UTF-16 code unit. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
