import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const server = z.object({
  host: z.string(),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls']),
  user: z.string(),
  sealedPassword: z.string(),
  /** The address that mail leaves from. */
  from: z.email(),
});

/** A merchant's own mail server. */
export type MailServer = z.infer<typeof server>;

const schema = z.object({ server: server.nullable() });

/** The mail server that a shop's mail goes through where it has no account at a provider. The password is sealed. */
export const mailServerSetting: Setting<z.infer<typeof schema>> = { name: 'sending-server', schema, initial: { server: null } };

/** The ports that mail is handed in at. */
const ports = [465, 587, 2525, 25];

/** What the merchant fills in; an empty password leaves the stored one as it is. */
export const mailServerForm = (allowInside: boolean) =>
  z.object({
    host: z.string('required').min(1, 'required').max(253, 'host').regex(/^[a-z0-9.-]+$/i, 'host'),
    port: z.coerce.number('port').int('port').min(1, 'port').max(65_535, 'port').refine((port) => allowInside || ports.includes(port), 'port'),
    security: z.enum(['tls', 'starttls'], 'security'),
    user: z.string().max(320, 'keyTooLong').default(''),
    password: z.string().max(1_000, 'keyTooLong').default(''),
    from: z.email('email').max(254, 'email'),
  });
