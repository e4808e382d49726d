import { prefixOf } from '../locale.ts';
import { formOf, type Store, type StoreRequest, type StoreResponse } from '../store.ts';

/** Takes the language and currency menu: the language moves into the address, the currency into a cookie. */
export function changeLocalization(_: Store, request: StoreRequest): StoreResponse {
  const form = formOf(request);
  const wanted = form.get('locale_code') ?? request.visit.locale;
  const prefix = request.shop.locales.some((entry) => entry.locale === wanted) ? prefixOf(wanted, request.shop.locales) : request.visit.localePrefix;
  const currency = form.get('currency_code') ?? '';
  const returnTo = form.get('return_to') ?? '/';
  const path = /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
  const headers: StoreResponse['headers'] = { location: `${prefix}${path}` };
  if (request.shop.currencies.includes(currency)) headers['set-cookie'] = `currency=${currency}; Path=/; Max-Age=31536000; SameSite=Lax`;
  return { status: 303, headers, body: '' };
}
