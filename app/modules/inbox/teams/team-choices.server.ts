import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { teamKinds, type TeamKind } from './team.ts';

/** To whom a ticket can be handed over. */
export interface TeamChoices {
  teams: { id: string; name: string; kind: TeamKind; members: string[] }[];
  /** What the people of the shop are called; null: Shopify never told. */
  names: Record<string, string | null>;
}

/** The teams with their people. */
export async function teamChoices(tx: ShopTx): Promise<TeamChoices> {
  const teams = await tx.teams.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, kind: true } });
  const members = await tx.$queryRaw<{ team: string; id: string; name: string | null }[]>`
    select m.team_id::text as team, s.id, coalesce(a.display_name, s.name) as name
      from team_members m join staff_members s on s.id = m.staff_id left join agents a on a.staff_id = s.id order by name nulls last, s.id`;
  return {
    teams: teams.map(({ id, name, kind }) => ({ id, name, kind: z.enum(teamKinds).parse(kind), members: members.filter(({ team }) => team === id).map((member) => member.id) })),
    names: Object.fromEntries(members.map(({ id, name }) => [id, name])),
  };
}
