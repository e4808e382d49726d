import { useEffect, useState } from 'react';

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
  const [search, setSearch] = useState('');
  useEffect(() => {
    try {
      setSearch(sessionStorage.getItem(key) ?? '');
    } catch {
      // As above.
    }
  }, []);
  return `/app/orders${search}`;
}
