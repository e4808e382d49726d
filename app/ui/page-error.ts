import { isRouteErrorResponse } from '@remix-run/react';

/** What went wrong with a page, as its reader sees it. */
export interface PageError {
  kind: 'notFound' | 'access' | 'offline' | 'unexpected';
  /** Found again in the log; null where the server never saw the request. */
  reference: string | null;
}

/** Reads what a route threw: our own answers, the router's, and a connection that failed. */
export function pageErrorOf(error: unknown): PageError {
  if (isRouteErrorResponse(error)) {
    const reference = referenceIn(error.data);
    if (error.status === 404) return { kind: 'notFound', reference: null };
    if (error.status === 401 || error.status === 403) return { kind: 'access', reference: null };
    return { kind: 'unexpected', reference };
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return { kind: 'offline', reference: null };
  return { kind: 'unexpected', reference: null };
}

/**
 * The page Shopify's library answers with instead of ours (it loads App Bridge or leaves the frame), or null.
 * It comes with status 200, which no error of ours has, so nothing a visitor typed can pass for it.
 */
export function shopifyPage(error: unknown): string | null {
  return isRouteErrorResponse(error) && error.status === 200 && typeof error.data === 'string' ? error.data : null;
}

function referenceIn(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'reference' in data && typeof data.reference === 'string' ? data.reference : null;
}
