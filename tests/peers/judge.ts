import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { recordsOf } from '../../app/modules/sending/domain/records.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [record] = recordsOf({ name: 'nordlicht.example', selector: 'aftercare-1', publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }, 'aftercare.example');

/** A shop's own domain, whose record stands in the only DNS the judges know. */
export const identity = { address: 'care@nordlicht.example', dkim: { selector: 'aftercare-1', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() } };

const judgement = z.object({
  verified: z.boolean(),
  signed: z.array(z.string()),
  defects: z.array(z.string()),
  types: z.array(z.string()),
  words: z.array(z.string()),
  from: z.array(z.tuple([z.string(), z.string()])),
  to: z.array(z.string()),
  subject: z.string(),
  unsubscribe: z.string().nullable(),
  oneClick: z.string().nullable(),
  longestLine: z.number(),
});

/** What programs that others wrote say about a mail. */
export function judge(mail: Buffer, dns = record?.value ?? '') {
  const { stdout, stderr } = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'judge-mail.py'), record?.name ?? '', dns], { input: mail, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return judgement.parse(JSON.parse(stdout));
}

/** Words as they are compared: how lines end, and what is empty at the end, is a mail's own. */
export const lines = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
