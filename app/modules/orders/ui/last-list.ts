import { useEffect, useSyncExternalStore } from 'react';

const key = 'aftercare.orders';

/** Remembers the list's address for the way back from an order; kept by this tab only. */
export function useRememberList(search: string): void {
  useEffect(() => {
    try {
      sessionStorage.setItem(key, search);
    } catch {
      // A browser that stores nothing in frames: the way back leads to the plain list.
    }
  }, [search]);
}

/** The list as it was left, filters and all. */
export function useListUrl(): string {
  return `/app/orders${useSyncExternalStore(neverChanges, remembered, () => '')}`;
}

const neverChanges = () => () => undefined;

function remembered(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
