import { z } from 'zod';
import { sourceKeys } from './source.ts';

const secret = z.string().max(500, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns');

/** A server of the merchant's own: reached by name, over TLS; never a machine beside ours. */
const address = z.string().max(300, 'address').refine((written) => written === '' || isPublicAddress(written), 'address');

/** What the merchant fills in; an empty key or secret leaves the stored one as it is. */
export const sourceForm = z.object({
  source: z.enum(sourceKeys, 'source'),
  key: secret.default(''),
  webhookSecret: secret.default(''),
  address: address.default(''),
});

function isPublicAddress(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, hostname: asked, username, search, hash } = new URL(written);
  // A dot at the end names the same host.
  const hostname = asked.replace(/\.+$/, '');
  const inside = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|arpa)$/.test(hostname);
  const number = /^[\d.]+$|:/.test(hostname);
  return protocol === 'https:' && username === '' && search === '' && hash === '' && hostname.includes('.') && !inside && !number;
}
