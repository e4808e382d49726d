import { useFetcher } from '@remix-run/react';
import { Box, Button, ChoiceList, FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { TeamForm } from '../save-team.server.ts';
import { teamKinds, waysToAssign, type TeamKind, type WayToAssign } from '../team.ts';
import type { TeamsView } from '../teams-view.server.ts';
import { useTeamWords } from './words.ts';

interface Props {
  /** Null: a new one. */
  id: string | null;
  team: TeamForm;
  version: number;
  agents: TeamsView['agents'];
  mailboxes: TeamsView['mailboxes'];
}

const asItIs = (value: TeamForm) => value;

/** One team: what it is called, who is in it, and how its tickets find somebody. */
export function TeamPage({ id, team, version, agents, mailboxes }: Props) {
  const { t } = useTeamWords();
  const form = useSettingForm({ value: team, version }, { intent: 'save-team', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change }, errorOf } = form;
  return (
    <SettingPage title={id === null ? t('team.new') : team.name} forms={[form]} back={{ content: t('title'), url: '/app/settings/teams' }}>
      <TitledCard title={t('team.about')}>
        <FormLayout>
          <TextField label={t('team.name')} autoComplete="off" maxLength={60} value={value.name} onChange={(name) => change({ name })} error={errorOf('name')} />
          <Select label={t('team.kind')} options={teamKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} value={value.kind} onChange={(kind: TeamKind) => change({ kind })} />
          <Select label={t('team.assigns')} helpText={t('team.assignsHelp')} options={waysToAssign.map((way) => ({ value: way, label: t(`assigns.${way}`) }))} value={value.assigns} onChange={(assigns: WayToAssign) => change({ assigns })} />
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('team.members')} text={t('team.membersText')}>
        <ChoiceList title={t('team.members')} titleHidden allowMultiple choices={agents.map(({ id: staffId, name }) => ({ value: staffId, label: name ?? t('unnamed', { id: staffId }) }))} selected={value.members} onChange={(members) => change({ members })} />
      </TitledCard>
      {mailboxes.length > 0 && (
        <TitledCard title={t('team.mailboxes')} text={t('team.mailboxesText')}>
          <ChoiceList title={t('team.mailboxes')} titleHidden allowMultiple choices={mailboxes.map((mailbox) => ({ value: mailbox.id, label: mailbox.address }))} selected={value.mailboxes} onChange={(chosen) => change({ mailboxes: chosen })} />
        </TitledCard>
      )}
      {id !== null && <Removal name={team.name} />}
    </SettingPage>
  );
}

function Removal({ name }: { name: string }) {
  const { t } = useTeamWords();
  const fetcher = useFetcher();
  const [asked, ask] = useState(false);
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <Button tone="critical" variant="plain" onClick={() => ask(true)}>
        {t('team.remove')}
      </Button>
      <RemoveDialog open={asked} busy={fetcher.state !== 'idle'} title={t('team.removeTitle', { name })} text={t('team.removeText')} onRemove={() => fetcher.submit({ intent: 'remove' }, { method: 'post' })} onClose={() => ask(false)} />
    </Box>
  );
}
