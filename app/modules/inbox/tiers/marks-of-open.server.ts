import { empty, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { promiseSetting } from '../promises/promise-setting.ts';
import type { ValuedBy } from './valued-by.ts';
import { valuedPeople } from './valued-people.server.ts';

/** A ticket whose mark is not what the shop's measure says now. */
export interface Remarked {
  id: number;
  is: ValuedBy['by'] | null;
}

interface Open {
  id: number;
  personId: string;
  valuedBy: string | null;
  isForged: boolean;
}

interface Wanted {
  /** Also what is read in another ticket, and what nothing was said in yet. */
  all: boolean;
  /** Whether they are held until the transaction ends. */
  holds: boolean;
}

/** What is not done and is marked otherwise than the shop's measure says of its customer now. */
export async function marksOfOpen(tx: ShopTx, { all, holds }: Wanted): Promise<Remarked[]> {
  const { valued: measure } = (await readSetting(tx, promiseSetting)).value;
  // Where nobody is valued, only what is still marked can be told otherwise. Whoever holds the tickets holds all: another may be about to be marked by the measure before.
  const told = measure === null && !holds ? sql`and t.valued_by is not null` : empty;
  const open = await tx.$queryRaw<Open[]>(sql`
    select t.id, t.person_id::text as "personId", t.valued_by as "valuedBy",
           coalesce((select m.verified from messages m where m.ticket_id = t.id and m.direction = 'in' and m.author = 'person' and m.side_id is null order by m.id desc limit 1), '') = 'no' as "isForged"
      from tickets t where t.state not in ('solved', 'closed') and not t.spam ${all ? empty : sql`and t.merged_into is null and t.message_count > 0`} ${told} order by t.id ${holds ? sql`for update of t` : empty}`);
  const valued = await valuedPeople(tx, [...new Set(open.map(({ personId }) => personId))], measure);
  return open.flatMap(({ id, personId, valuedBy, isForged }) => {
    const is = isForged ? null : (valued.get(personId)?.by ?? null);
    return is === valuedBy ? [] : [{ id, is }];
  });
}
