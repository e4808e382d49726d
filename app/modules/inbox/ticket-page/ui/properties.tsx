import { Card, Select } from '@shopify/polaris';
import { priorities, ticketCategories, ticketStates } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { useStaffName } from './staff-name.ts';
import { TagsField } from './tags-field.tsx';
import styles from './ticket.module.css';
import { useChange } from './use-change.ts';
import { useTicketWords } from './words.ts';

/** Who has the ticket, how it stands and what it is about; each is changed by choosing. */
export function Properties({ view }: { view: TicketView }) {
  const { t, name } = useTicketWords();
  const staffName = useStaffName(view);
  const { ticket, staff, teams, me } = view;
  const people = [...staff].sort((one, other) => Number(other.id === me) - Number(one.id === me));
  const states = ticketStates.filter((state) => state !== 'snoozed' || ticket.state === 'snoozed');
  return (
    <Card padding="300">
      <div className={styles['properties']}>
        <Choice field="state" value={ticket.state} options={states.map((value) => ({ value, label: name('state', value), disabled: value === 'snoozed' }))} />
        <Choice field="priority" value={ticket.priority} options={priorities.map((value) => ({ value, label: name('priority', value) }))} />
        <Choice field="assigneeId" value={ticket.assigneeId ?? ''} options={[{ value: '', label: t('properties.nobody') }, ...people.map(({ id }) => ({ value: id, label: staffName(id) }))]} />
        {teams.length > 0 && <Choice field="teamId" value={ticket.teamId ?? ''} options={[{ value: '', label: t('properties.noTeam') }, ...teams.map(({ id, name: label }) => ({ value: id, label }))]} />}
        <Choice field="category" value={ticket.category ?? ''} options={[{ value: '', label: t('properties.noCategory') }, ...ticketCategories.map((value) => ({ value, label: name('category', value) }))]} />
        <div className={styles['across']}>
          <TagsField ticketId={ticket.id} tags={ticket.tags} />
        </div>
      </div>
    </Card>
  );
}

interface ChoiceProps {
  field: 'state' | 'priority' | 'assigneeId' | 'teamId' | 'category';
  value: string;
  options: { value: string; label: string; disabled?: boolean }[];
}

function Choice({ field, value, options }: ChoiceProps) {
  const { t } = useTicketWords();
  const { change, pending, refused } = useChange();
  return <Select id={`ticket-${field}`} label={t(`properties.${field}`)} options={options} value={pending(field) ?? value} onChange={(chosen) => change({ [field]: chosen })} error={refused ? t('changed.refused') : undefined} />;
}
