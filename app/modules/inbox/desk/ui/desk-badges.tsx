import { Badge, type BadgeProps } from '@shopify/polaris';
import { StarFilledIcon } from '@shopify/polaris-icons';
import type { Priority, TicketState } from '../../tickets/ticket.ts';
import { useDeskWords } from './words.ts';

const stateTones: Record<TicketState, BadgeProps['tone']> = { new: 'info', open: 'attention', waiting_customer: undefined, waiting_third: undefined, snoozed: undefined, solved: 'success', closed: undefined };

/** Where a conversation stands. */
export function StateBadge({ state }: { state: TicketState }) {
  const { t } = useDeskWords();
  return <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>;
}

/** That the shop values its customer. */
export function ValuedBadge() {
  const { t } = useDeskWords();
  return (
    <Badge tone="success" icon={StarFilledIcon}>
      {t('valued')}
    </Badge>
  );
}

/** That somebody said something in what its reader follows. */
export function NewsBadge() {
  const { t } = useDeskWords();
  return <Badge tone="info">{t('news')}</Badge>;
}

/** How urgent it is, where it is more or less so than others. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  const { t } = useDeskWords();
  if (priority === 'normal') return null;
  return <Badge tone={priority === 'urgent' ? 'critical' : priority === 'high' ? 'warning' : undefined}>{t(`priorities.${priority}`)}</Badge>;
}
