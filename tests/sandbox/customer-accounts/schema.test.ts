import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trimCustomerSchema } from '#sandbox/customer-accounts/schema/trim-customer-schema.ts';
import { readIntrospectionFile } from '#sandbox/schema/trim-schema.ts';

const folder = new URL('../../../sandbox/customer-accounts/schema/', import.meta.url);

it('answers on what trimming Shopify’s own schema gives', () => {
  const { sdl, scopes } = trimCustomerSchema(readIntrospectionFile(new URL('customer_2026-10.json.gz', folder)));
  expect(readFileSync(new URL('customer.graphql', folder), 'utf8')).toBe(sdl);
  expect(JSON.parse(readFileSync(new URL('scopes.json', folder), 'utf8'))).toEqual(scopes);
});
