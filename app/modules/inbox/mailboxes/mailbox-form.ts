import { z } from 'zod';
import { waysIn } from './ways-in.ts';

/** The ports that mail is fetched at. */
const ports = [993, 143];

/** What the merchant fills in; an empty secret leaves the stored one as it is. */
export const mailboxForm = z.object({
  id: z.union([z.literal(''), z.uuid()]).default(''),
  address: z.email('email').max(254, 'email').transform((address) => address.toLowerCase()),
  name: z.string('required').min(1, 'required').max(70, 'nameTooLong').regex(/^[^"<>\r\n]*$/, 'nameSigns'),
  wayIn: z.enum(waysIn, 'way'),
  secret: z.string().max(2_000, 'keyTooLong').default(''),
});

/** What is filled in besides of a mailbox that we fetch. */
export const imapForm = (allowInside: boolean) =>
  z.object({
    host: z.string('required').min(1, 'required').max(253, 'host').regex(/^[a-z0-9.-]+$/i, 'host'),
    port: z.coerce.number('port').int('port').min(1, 'port').max(65_535, 'port').refine((port) => allowInside || ports.includes(port), 'port'),
    security: z.enum(['tls', 'starttls'], 'security'),
    user: z.string('required').min(1, 'required').max(320, 'keyTooLong'),
    password: z.string().max(1_000, 'keyTooLong').default(''),
  });

export type ImapFields = z.infer<ReturnType<typeof imapForm>>;
