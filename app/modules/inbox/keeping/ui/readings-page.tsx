import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Card, IndexTable, InlineGrid, Page, Select, Text, TextField } from '@shopify/polaris';
import { ViewIcon } from '@shopify/polaris-icons';
import { useAdmin } from '#app/ui/admin.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { CondensedRow, RowLink } from '#app/ui/list-row.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import { useTyped } from '#app/ui/use-typed.ts';
import type { Reading, ReadingsView } from '../readings-view.server.ts';
import { ReadingsExport } from './readings-export.tsx';
import { readingsAddress, readingsPath, readReadingsQuery, wholeLog, type ReadingsQuery } from './readings-query.ts';
import { useKeepingWords } from './words.ts';

/** Who of the staff read which conversation on which day: of one conversation, of one person, of some days. */
export function ReadingsPage({ query, view }: { query: ReadingsQuery; view: ReadingsView }) {
  const { t } = useKeepingWords();
  const navigate = useNavigate();
  const { busy, asked } = useListLoading(readingsAddress);
  const shown = asked ? readReadingsQuery(asked) : query;
  const show = (changes: Partial<ReadingsQuery>) => navigate(readingsPath({ ...shown, after: null, ...changes }), { replace: !('after' in changes) });
  const [ticket, setTicket] = useTyped(shown.ticket?.toString() ?? '', (typed) => show({ ticket: readReadingsQuery(new URLSearchParams({ ticket: typed })).ticket }));
  const nameOf = (id: string, name: string | null) => name ?? t('readings.unnamed', { id });
  const isNarrowed = readingsPath({ ...query, after: null }) !== readingsAddress;
  return (
    <Page title={t('readings.title')} subtitle={t('readings.text')} backAction={{ content: t('title'), url: '/app/settings/keeping' }}>
      {view === null ? (
        <Banner tone="warning">{t('readings.may_not')}</Banner>
      ) : (
        <BlockStack gap="400">
          <Card padding="0">
            <Box padding="300">
              <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300">
                <TextField label={t('readings.ticket')} prefix="#" autoComplete="off" inputMode="numeric" value={ticket} onChange={setTicket} />
                <Select label={t('readings.staff')} options={[{ value: '', label: t('readings.everybody') }, ...view.staff.map(({ id, name }) => ({ value: id, label: nameOf(id, name) }))]} value={shown.staff ?? ''} onChange={(staff) => show({ staff: staff || null })} />
                <TextField label={t('readings.from')} type="date" autoComplete="off" value={shown.from ?? ''} onChange={(from) => show({ from: from || null })} />
                <TextField label={t('readings.until')} type="date" autoComplete="off" value={shown.until ?? ''} onChange={(until) => show({ until: until || null })} />
              </InlineGrid>
            </Box>
            <ListTable
              resource={(count) => t('readings.resource', { count })}
              headings={[{ title: t('readings.conversation') }, { title: t('readings.staff') }, { title: t('readings.when') }]}
              rows={view.readings}
              busy={busy}
              empty={<Empty icon={ViewIcon} title={t('readings.none')} text={t('readings.noneText')} action={isNarrowed ? { content: t('readings.all'), onAction: () => show(wholeLog) } : undefined} />}
              previous={query.after === null ? null : () => navigate(-1)}
              next={view.next === null ? null : () => show({ after: view.next })}
              renderRow={(reading, at) => <ReadingRow key={reading.place} reading={reading} name={nameOf(reading.staffId, reading.name)} {...at} />}
            />
          </Card>
          <ReadingsExport />
        </BlockStack>
      )}
    </Page>
  );
}

interface RowProps {
  reading: Reading;
  name: string;
  position: number;
  condensed: boolean;
}

function ReadingRow({ reading: { place, ticketId, subject, firstAt, lastAt }, name, position, condensed }: RowProps) {
  const { t } = useKeepingWords();
  const { formats } = useAdmin();
  const link = (
    <RowLink url={`/app/inbox/${ticketId}`}>
      #{ticketId} {subject}
    </RowLink>
  );
  const when = firstAt.getTime() === lastAt.getTime() ? formats.moment(firstAt) : t('readings.fromUntil', { from: formats.moment(firstAt), until: formats.time(lastAt) });
  if (condensed) {
    return (
      <CondensedRow id={place} position={position}>
        <Text as="span" breakWord>
          {link}
        </Text>
        <Text as="p">{name}</Text>
        <Text as="p" tone="subdued">
          {when}
        </Text>
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={place} position={position}>
      <IndexTable.Cell>
        <Text as="span" breakWord>
          {link}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{name}</IndexTable.Cell>
      <IndexTable.Cell>{when}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
