import { z } from 'zod';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { orConflict, type Current } from '#app/modules/settings/index.server.ts';
import { idOfNew, versionOf } from '#app/ui/form-data.server.ts';
import { wrongFields, type FormErrors } from '#app/ui/read-form.ts';
import { teamKinds, waysToAssign } from './team.ts';
import { wakeAssigning } from './wake-assigning.server.ts';

const schema = z.object({
  name: z.string().trim().min(1, 'required').max(60, 'tooLong'),
  kind: z.enum(teamKinds),
  assigns: z.enum(waysToAssign),
  members: z.array(z.string().regex(/^\d{1,20}$/)).max(500),
  /** The addresses whose mail is the team's. */
  mailboxes: z.array(z.uuid()).max(100),
});

export type TeamForm = z.infer<typeof schema>;

/**
 * Saves a team under its id on the version it was shown in, or a new one; answers its id, or what is wrong. Asked for twice, a new one is one. What waits in it is given out
 * anew.
 */
export async function saveTeam(ctx: ShopContext, teamId: string | null, form: FormData): Promise<{ saved: Current<TeamForm>; id: string } | { errors: FormErrors }> {
  const read = schema.safeParse(readJson(String(form.get('value'))));
  if (!read.success) return { errors: { fields: wrongFields(read.error), form: null } };
  const { members, mailboxes, ...team } = read.data;
  if (teamId !== null && !z.uuid().safeParse(teamId).success) throw notFound('team');
  const id = teamId ?? idOfNew(form);
  return orConflict(() => ctx.tx(async (tx) => {
    const shown = teamId === null ? 0 : versionOf(form);
    const saved = { id, saved: { value: read.data, version: shown + 1 } };
    const { count } =
      teamId === null
        ? await tx.teams.createMany({ data: { id, ...team, created_at: ctx.clock.now() }, skipDuplicates: true })
        : await tx.teams.updateMany({ where: { id, version: shown }, data: { ...team, version: { increment: 1 } } });
    if (count === 0 && teamId === null) return saved;
    if (count === 0) throw await missing(tx, id);
    const known = await tx.staff_members.findMany({ where: { id: { in: members } }, select: { id: true } });
    await tx.team_members.deleteMany({ where: { team_id: id } });
    await tx.team_members.createMany({ data: known.map((member) => ({ team_id: id, staff_id: member.id })) });
    await tx.mailboxes.updateMany({ where: { team_id: id, id: { notIn: mailboxes } }, data: { team_id: null } });
    await tx.mailboxes.updateMany({ where: { id: { in: mailboxes } }, data: { team_id: id } });
    await wakeAssigning(tx);
    return saved;
  }));
}

/** Why a team is not there in the version that was shown: somebody changed it, or it is gone. */
async function missing(tx: ShopTx, id: string): Promise<ExpectedError> {
  const known = await tx.teams.findFirst({ where: { id }, select: { id: true } });
  return known ? new ExpectedError('conflict', 409, 'The team was changed by someone else.') : notFound('team');
}
