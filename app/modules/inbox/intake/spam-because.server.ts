import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { SpamSignName } from '../reading/spam-signs.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { isKnownGood } from './is-known-good.server.ts';
import type { Verified } from './verified.ts';

interface Asked {
  mail: IncomingMail['mail'];
  isFromJunk: boolean;
  personId: string;
  address: string | null;
  verified: Verified;
}

/** Why a mail that begins a conversation is kept apart: what in it speaks for spam, that its mailbox's server put it there, or that staff put its sender there. Nothing where it is not. */
export async function spamBecause(tx: ShopTx, { mail, isFromJunk, ...sender }: Asked): Promise<SpamSignName[]> {
  const looksSo = mail.kind === 'spam';
  const isPutApart = isFromJunk && (looksSo || mail.kind === 'mail');
  if (!looksSo && !isPutApart && !(mail.kind === 'mail' && (await wasMarked(tx, sender.personId)))) return [];
  if (await isKnownGood(tx, sender)) return [];
  const signs = [...(isPutApart ? ['provider' as const] : []), ...(looksSo ? mail.spamSigns.flatMap(({ sign, points }) => (points > 0 ? sign : [])) : [])];
  return signs.length > 0 ? [...new Set(signs)] : ['marked-before'];
}

/** What staff said last of anything this person wrote. */
async function wasMarked(tx: ShopTx, personId: string): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ marked: boolean }[]>`
    select e.data ->> 'is' = 'true' as marked from tickets t join ticket_events e on e.ticket_id = t.id
     where t.person_id = ${personId}::uuid and e.type = 'spam' and e.actor is not null order by e.id desc limit 1`;
  return last?.marked ?? false;
}
