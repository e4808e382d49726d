import { Card, Select } from '@shopify/polaris';
import { customerLocales } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { priorities, ticketCategories, ticketStates } from '../../tickets/ticket.ts';
import type { TicketView } from '../ticket-view.ts';
import { useSolving } from './solving-face.ts';
import { useStaffName } from './staff-name.ts';
import { TagsField } from './tags-field.tsx';
import styles from './ticket.module.css';
import { useChange } from './use-change.ts';
import { useTicketWords } from './words.ts';

/** Who has the ticket, how it stands and what it is about; each is changed by choosing. */
export function Properties({ view }: { view: TicketView }) {
  const { t, name } = useTicketWords();
  const { locale } = useAdmin();
  const staffName = useStaffName(view);
  const { ticket, staff, teams, me } = view;
  const people = [...staff].sort((one, other) => Number(other.id === me) - Number(one.id === me));
  const languages = [...new Set([...customerLocales, ...(view.locale ? [view.locale] : [])])];
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const why = ticket.priorityReason === 'staff' ? null : ticket.priorityReason;
  const states = ticketStates.filter((state) => state !== 'snoozed' || ticket.state === 'snoozed');
  return (
    <Card padding="300">
      <div className={styles['properties']}>
        <Choice field="state" value={ticket.state} options={states.map((value) => ({ value, label: name('state', value), disabled: value === 'snoozed' }))} />
        <Choice field="priority" value={ticket.priority} helpText={why && t('properties.because', { reason: name('priorityReason', why) })} options={priorities.map((value) => ({ value, label: name('priority', value) }))} />
        <Choice field="assigneeId" value={ticket.assigneeId ?? ''} options={[{ value: '', label: t('properties.nobody') }, ...people.map(({ id }) => ({ value: id, label: staffName(id) }))]} />
        {teams.length > 0 && <Choice field="teamId" value={ticket.teamId ?? ''} options={[{ value: '', label: t('properties.noTeam') }, ...teams.map(({ id, name: label }) => ({ value: id, label }))]} />}
        <Choice field="category" value={ticket.category ?? ''} options={[{ value: '', label: t('properties.noCategory') }, ...ticketCategories.map((value) => ({ value, label: name('category', value) }))]} />
        <div className={styles['across']}>
          <Choice field="locale" value={view.locale ?? ''} helpText={t('properties.localeHelp')} options={[{ value: '', label: t('properties.noLocale') }, ...languages.map((value) => ({ value, label: names.of(value) ?? value }))]} />
        </div>
        <div className={styles['across']}>
          <TagsField ticketId={ticket.id} tags={ticket.tags} />
        </div>
      </div>
    </Card>
  );
}

interface ChoiceProps {
  field: 'state' | 'priority' | 'assigneeId' | 'teamId' | 'category' | 'locale';
  value: string;
  helpText?: string | null;
  options: { value: string; label: string; disabled?: boolean }[];
}

function Choice({ field, value, helpText, options }: ChoiceProps) {
  const { t } = useTicketWords();
  const { change, pending, refused } = useChange();
  const solving = useSolving();
  const choose = (chosen: string) => {
    const isSolving = field === 'state' && value !== 'solved' && value !== 'closed';
    if (isSolving && (chosen === 'solved' || chosen === 'closed')) solving({ to: chosen, goesOn: false, solve: () => change({ state: chosen }) });
    else change({ [field]: chosen });
  };
  return <Select id={`ticket-${field}`} label={t(`properties.${field}`)} options={options} value={pending(field) ?? value} onChange={choose} helpText={helpText} error={refused ? t('changed.refused') : undefined} />;
}
