import type { HeadersFunction } from '@remix-run/node';

/** Carries the headers of Shopify's answers (who may frame the page, whether to ask with a new token) to the browser. */
export const adminHeaders: HeadersFunction = ({ errorHeaders, parentHeaders, loaderHeaders, actionHeaders }) => {
  if (errorHeaders && [...errorHeaders.keys()].length > 0) return errorHeaders;
  const headers = new Headers(parentHeaders);
  for (const own of [loaderHeaders, actionHeaders]) own.forEach((value, name) => headers.set(name, value));
  // People's names and addresses have no business in a shared computer's cache.
  headers.set('cache-control', 'no-store');
  return headers;
};
