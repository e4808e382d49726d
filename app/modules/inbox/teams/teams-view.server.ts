import { z } from 'zod';
import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { teamKinds, waysToAssign, type TeamKind, type WayToAssign } from './team.ts';

/** Somebody of the shop, as an agent. */
export interface Agent {
  id: string;
  /** What customers read, else the name Shopify told; null: neither is known. */
  name: string | null;
  isAway: boolean;
  awayUntil: Date | null;
  mostOpen: number | null;
  /** How many tickets wait for them now. */
  open: number;
  /** Of customers they helped in the last 90 days, how many said how content they were, and how many were content. */
  rated: number;
  content: number;
}

export interface Team {
  id: string;
  name: string;
  kind: TeamKind;
  assigns: WayToAssign;
  members: string[];
  /** The addresses whose mail is the team's. */
  mailboxes: string[];
  /** How many of its tickets wait, and how many of these for somebody. */
  open: number;
  unassigned: number;
  version: number;
}

export interface TeamsView {
  teams: Team[];
  agents: Agent[];
  mailboxes: { id: string; address: string }[];
}

const ratedDays = 90;

/** The teams and all people of the shop, with what waits for each. */
export async function readTeams(tx: ShopTx, now: Date): Promise<TeamsView> {
  const loads = await tx.$queryRaw<{ team: string | null; assignee: string | null; open: number }[]>`
    select team_id::text as team, assignee_id as assignee, count(*)::int as open from tickets
     where state in ('new', 'open') and not spam and merged_into is null group by 1, 2`;
  const sum = (which: (load: (typeof loads)[number]) => boolean) => loads.filter(which).reduce((total, { open }) => total + open, 0);
  const teams = await tx.teams.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  const members = await tx.team_members.findMany({ orderBy: { staff_id: 'asc' } });
  const staff = await tx.staff_members.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } });
  const mailboxes = await tx.mailboxes.findMany({ orderBy: { address: 'asc' }, select: { id: true, address: true, team_id: true } });
  const ratings = await tx.$queryRaw<{ staff: string | null; rated: number; content: number }[]>`
    select staff_id as staff, count(*)::int as rated, count(*) filter (where score >= 4)::int as content from satisfactions where answered_at > ${after(now, -ratedDays * day)} group by staff_id`;
  const agents = new Map((await tx.agents.findMany()).map((agent) => [agent.staff_id, agent]));
  return {
    teams: teams.map(({ id, name, kind, assigns, version }) => ({
      id,
      name,
      kind: z.enum(teamKinds).parse(kind),
      assigns: z.enum(waysToAssign).parse(assigns),
      members: members.filter((member) => member.team_id === id).map(({ staff_id }) => staff_id),
      mailboxes: mailboxes.filter(({ team_id }) => team_id === id).map((mailbox) => mailbox.id),
      open: sum(({ team }) => team === id),
      unassigned: sum(({ team, assignee }) => team === id && assignee === null),
      version,
    })),
    mailboxes: mailboxes.map(({ id, address }) => ({ id, address })),
    agents: staff.map(({ id, name }) => {
      const agent = agents.get(id);
      const isAway = agent?.away_since != null && agent.away_since <= now && (agent.away_until === null || agent.away_until > now);
      const { rated, content } = ratings.find(({ staff: rater }) => rater === id) ?? { rated: 0, content: 0 };
      return { id, name: agent?.display_name ?? name, isAway, awayUntil: isAway ? agent.away_until : null, mostOpen: agent?.most_open ?? null, open: sum(({ assignee }) => assignee === id), rated, content };
    }),
  };
}
