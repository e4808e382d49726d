import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { teamKinds, waysToAssign, type TeamKind, type WayToAssign } from './team.ts';

/** To whom a ticket can be handed over. */
export interface TeamChoices {
  teams: { id: string; name: string; kind: TeamKind; assigns: WayToAssign; members: string[] }[];
  /** What the people of the shop are called; null: Shopify never told. */
  names: Record<string, string | null>;
}

/** The teams with their people. */
export async function teamChoices(tx: ShopTx): Promise<TeamChoices> {
  const teams = await tx.$queryRaw<{ id: string; name: string; kind: string; assigns: string; members: { id: string; name: string | null }[] }[]>`
    select t.id::text, t.name, t.kind, t.assigns,
           coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name nulls last, id) from (
             select s.id, coalesce(a.display_name, s.name) as name
               from team_members m join staff_members s on s.id = m.staff_id left join agents a on a.staff_id = s.id where m.team_id = t.id) member), '[]') as members
      from teams t order by t.name, t.id`;
  return {
    teams: teams.map(({ id, name, kind, assigns, members }) => ({ id, name, kind: z.enum(teamKinds).parse(kind), assigns: z.enum(waysToAssign).parse(assigns), members: members.map((member) => member.id) })),
    names: Object.fromEntries(teams.flatMap(({ members }) => members.map(({ id, name }) => [id, name]))),
  };
}
