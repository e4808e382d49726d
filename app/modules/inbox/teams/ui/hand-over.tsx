import { Button, ButtonGroup, Link, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useRequestKey } from '#app/ui/use-request-key.ts';
import { useCare } from '../../care/ui/use-care.ts';
import type { TeamChoices } from '../team-choices.server.ts';
import { useTeamWords } from './words.ts';

interface Props {
  ticketId: number;
  choices: TeamChoices;
}

/** Hands a ticket to another team with a note, or escalates it; where there are no teams, the way to make some. */
export function HandOver(props: Props) {
  const { t } = useTeamWords();
  const [way, setWay] = useState<'open' | 'escalate' | null>(null);
  if (props.choices.teams.length === 0) return <Link url="/app/settings/teams">{t('handOver.noTeams')}</Link>;
  if (way) return <Form {...props} escalates={way === 'escalate'} onClose={() => setWay(null)} />;
  return (
    <ButtonGroup>
      <Button onClick={() => setWay('open')}>{t('handOver.open')}</Button>
      <Button onClick={() => setWay('escalate')}>{t('handOver.escalate')}</Button>
    </ButtonGroup>
  );
}

function Form({ ticketId, choices: { teams, names }, escalates, onClose }: Props & { escalates: boolean; onClose(): void }) {
  const { t } = useTeamWords();
  const first = (escalates ? teams.find(({ kind }) => kind === 'management') : undefined) ?? teams[0];
  const [teamId, setTeamId] = useState(first?.id ?? '');
  const [assigneeId, setAssigneeId] = useState('');
  const [note, setNote] = useState('');
  const { keyOf } = useRequestKey();
  const { busy, submit, errorOf } = useCare(ticketId, {
    intent: 'hand-over',
    onDone: () => {
      showToast(t('handOver.done'));
      onClose();
    },
  });
  const wish = { teamId, assigneeId, note, escalates };
  const team = teams.find(({ id }) => id === teamId);
  const nameOf = (id: string) => names[id] ?? t('unnamed', { id });
  return (
    <CardForm save={t(escalates ? 'handOver.saveEscalate' : 'handOver.save')} saving={busy} onSave={() => submit({ key: keyOf(wish), ...wish })} onCancel={onClose}>
      {escalates && <Text as="p">{t('handOver.escalateText')}</Text>}
      <Select
        label={t('handOver.team')}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={teamId}
        onChange={(chosen) => {
          setTeamId(chosen);
          setAssigneeId('');
        }}
      />
      <Select label={t('handOver.person')} options={[{ value: '', label: t(team?.assigns === 'by_hand' ? 'handOver.whoTakesIt' : 'handOver.anybody') }, ...(team?.members ?? []).map((id) => ({ value: id, label: nameOf(id) }))]} value={assigneeId} onChange={setAssigneeId} />
      <TextField label={t('handOver.note')} helpText={t('handOver.noteHelp')} autoComplete="off" multiline={3} maxLength={5_000} value={note} onChange={setNote} error={errorOf('note') ?? errorOf('form')} />
    </CardForm>
  );
}
