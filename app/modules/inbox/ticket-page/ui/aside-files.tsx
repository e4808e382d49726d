import { InlineError, Tag } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { goesAlong } from '../../replies/goes-along.ts';
import type { TicketView } from '../ticket-view.ts';
import { canRun } from './can-run.ts';
import { fileSize } from './file-size.ts';
import type { AsideTo } from './use-sending.ts';
import { useTicketWords } from './words.ts';

interface Props {
  view: TicketView;
  aside: AsideTo;
  onAside(to: AsideTo): void;
}

/** The files that go along with a message that is passed on; each can be left out, and those that can run are warned of. */
export function AsideFiles({ view: { entries }, aside, onAside }: Props) {
  const { t } = useTicketWords();
  const { locale } = useAdmin();
  const passed = entries.find((entry) => entry.is === 'message' && entry.id === aside.forwards);
  if (passed?.is !== 'message') return null;
  const without = aside.without ?? [];
  const files = passed.files.filter((file) => goesAlong(file) && !without.includes(file.id)).map((file) => ({ ...file, called: file.name ?? t('files.unnamed', { type: file.type }) }));
  const running = files.filter(canRun);
  return (
    <>
      {files.map(({ id, called, size }) => (
        <Tag key={id} onRemove={() => onAside({ ...aside, without: [...without, id] })}>
          {`${called} · ${fileSize(size, locale)}`}
        </Tag>
      ))}
      {running.length > 0 && <InlineError fieldID="ticket-aside-files" message={t('composer.canRun', { count: running.length, names: running.map(({ called }) => called).join(', ') })} />}
    </>
  );
}
