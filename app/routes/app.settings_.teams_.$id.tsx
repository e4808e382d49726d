import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { readTeams, removeTeam, saveTeam } from '#app/modules/inbox/index.server.ts';
import { TeamPage } from '#app/modules/inbox/teams/ui/team-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

const newTeam = { name: '', kind: 'support', assigns: 'by_hand', members: [] as string[], mailboxes: [] as string[], version: 0 } as const;

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const { teams, agents, mailboxes: addresses } = await ctx.tx((tx) => readTeams(tx, ctx.clock.now()));
    const known = teams.find((team) => team.id === id);
    if (!known && id !== 'new') throw notFound('team');
    const { name, kind, assigns, members, mailboxes, version } = known ?? newTeam;
    return { id: known ? id : null, team: { name, kind, assigns, members, mailboxes }, version, agents, mailboxes: addresses };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    if (form.get('intent') === 'remove') {
      await removeTeam(ctx, { teamId: id, actor: staff?.id ?? null });
      return redirect('/app/settings/teams');
    }
    const answer = await saveTeam(ctx, id === 'new' ? null : id, form);
    return 'saved' in answer && id === 'new' ? redirect(`/app/settings/teams/${answer.id}`) : answer;
  });
}

export default function EditTeam() {
  const view = useLoaderData<typeof loader>();
  return <TeamPage key={view.id} {...view} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
