import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isLive } from './desk-conditions.server.ts';

/** Somebody a conversation can be given to. */
export interface Colleague {
  id: string;
  name: string | null;
}

/** By what the list can be narrowed, and to whom a conversation can be given. */
export interface DeskChoices {
  teams: { id: string; name: string }[];
  /** The reader first. */
  colleagues: Colleague[];
  /** The tags that are in use on what is not done, the most used first. */
  tags: string[];
}

const mostColleagues = 100;
const mostTags = 50;

/** What there is to choose from on the desk. Tags are counted in the very words of the indexes over them. */
export async function deskChoices(tx: ShopTx, staffId: string | null): Promise<DeskChoices> {
  const [choices] = await tx.$queryRaw<DeskChoices[]>(sql`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name, id), '[]') from teams) as teams,
           (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name)), '[]') from (
              select s.id, coalesce(a.display_name, s.name) as name from (
                select id, name from staff_members
                -- Whoever opens the app for the first time is noted while their page is read.
                union all select ${staffId}::text, null where ${staffId}::text is not null and not exists (select from staff_members where id = ${staffId})) s
               left join agents a on a.staff_id = s.id
               order by s.id = coalesce(${staffId}, '') desc, name nulls last, s.id limit ${mostColleagues}) staff) as colleagues,
           array(select tag from (
             select t.tags, count(*) as held from tickets t where ${isLive} and cardinality(t.tags) between 1 and 8 group by t.tags
             union all select t.tags, 1 from tickets t where ${isLive} and cardinality(t.tags) > 8) alike cross join unnest(alike.tags) tag
                  group by tag order by sum(alike.held) desc, tag limit ${mostTags}) as tags`);
  if (!choices) throw new Error('There was nothing to choose from.');
  return choices;
}
