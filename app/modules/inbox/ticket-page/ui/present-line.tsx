import { useAdmin } from '#app/ui/admin.tsx';
import type { Present } from '../presence.server.ts';
import type { TicketView } from '../ticket-view.ts';
import { useStaffName } from './staff-name.ts';
import { useTicketWords } from './words.ts';

/** Who else is in the conversation; whoever writes is named first. */
export function PresentLine({ others, view }: { others: readonly Present[]; view: TicketView }) {
  const { t } = useTicketWords();
  const { locale } = useAdmin();
  const staffName = useStaffName(view);
  const names = (doing: Present['doing']) => new Intl.ListFormat(locale).format(others.filter((each) => each.doing === doing).map(({ staffId, name }) => name ?? staffName(staffId)));
  const [typing, looking] = [names('type'), names('look')];
  return (
    <span role="status">{[typing !== '' && t('present.type', { names: typing }), looking !== '' && t('present.look', { names: looking })].filter(Boolean).join(' · ')}</span>
  );
}
