import { useNavigation } from '@remix-run/react';

/** Whether another page or view of the list at this path is on its way, and what was asked of it, which its controls may show already. */
export function useListLoading(path: string): { busy: boolean; asked: URLSearchParams | null } {
  const { state, location } = useNavigation();
  const isThis = location?.pathname === path;
  return { busy: isThis && state === 'loading', asked: isThis ? new URLSearchParams(location.search) : null };
}
