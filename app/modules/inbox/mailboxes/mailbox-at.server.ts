import type { Database } from '#app/platform/db/database.server.ts';
import type { Known } from '#app/platform/mail-in/smtp-door.server.ts';

/** A mailbox before its shop is known. */
export interface MailboxPlace {
  shopId: number;
  mailboxId: string;
}

/**
 * Whose mailbox an address at our door is: its own key there, or the address customers write to, with or without a `+tag`. Where several shops name an address and none
 * of them has shown that it is theirs, nobody gets the mail yet.
 */
export async function mailboxAt({ pool }: Pick<Database, 'pool'>, address: string, doorName: string): Promise<Known<MailboxPlace>> {
  const written = address.toLowerCase();
  const at = written.lastIndexOf('@');
  const [name = ''] = written.slice(0, at).split('+');
  const host = written.slice(at + 1);
  const key = host === doorName.toLowerCase() ? name : '';
  const { rows } = await pool.query<{ shopId: number; mailboxId: string; sure: boolean }>(
    `select d.shop_id as "shopId", d.mailbox_id as "mailboxId", (d.key = $1 or d.verified) as sure
       from platform.mail_doors d join platform.shops s on s.id = d.shop_id and s.state = 'installed'
      where d.key = $1 or d.address = any ($2::text[]) order by (d.key = $1) desc, d.verified desc, (d.address = $3) desc limit 2`,
    [key, [written, `${name}@${host}`], written],
  );
  const [first] = rows;
  if (!first) return 'nobody';
  const { sure, ...box } = first;
  return sure || rows.every(({ shopId }) => shopId === box.shopId) ? { box } : 'later';
}
