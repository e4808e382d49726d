import type { IndexTableProps } from '@shopify/polaris';

/** The steps between the pages of a list; nothing where all of it is on one. */
export function listPages(previous: (() => void) | null, next: (() => void) | null): IndexTableProps['pagination'] {
  if (!previous && !next) return undefined;
  return {
    hasPrevious: previous !== null,
    hasNext: next !== null,
    onPrevious: previous ?? undefined,
    onNext: next ?? undefined,
  };
}
