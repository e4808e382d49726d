/** What is wrong with a list, or with the first wrong one of it. */
export function errorIn(errorOf: (path: string) => string | undefined, path: string): string | undefined {
  const most = 250;
  return [path, ...Array.from({ length: most }, (_, at) => `${path}.${at}`)].map(errorOf).find((wrong) => wrong !== undefined);
}
