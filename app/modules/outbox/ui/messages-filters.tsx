import { Box, Button, InlineGrid, Select, TextField } from '@shopify/polaris';
import { useTyped } from '#app/ui/use-typed.ts';
import { isNarrowed, shownChannels, shownStates, allMessages, type MessagesQuery } from './messages-query.ts';
import { kindKey, useMessageWords } from './words.ts';

interface Props {
  query: MessagesQuery;
  kinds: readonly string[];
  /** Shows the list under another query, from its first page. */
  onChange(query: MessagesQuery): void;
}

/** Which messages are listed; every choice goes to the address and comes back from it. */
export function MessagesFilters({ query, kinds, onChange }: Props) {
  const { t, name } = useMessageWords();
  const change = (part: Partial<MessagesQuery>) => onChange({ ...query, ...part, after: null });
  const [typed, setTyped] = useTyped(query.search, (search) => change({ search }));
  return (
    <Box padding="300">
      <InlineGrid columns={{ xs: 1, sm: 2, lg: '2fr 1fr 1fr 1fr auto' }} gap="300" alignItems="end">
        <TextField label={t('filters.search')} value={typed} onChange={setTyped} autoComplete="off" clearButton onClearButtonClick={() => setTyped('')} maxLength={100} />
        <Select
          label={t('filters.state')}
          options={[{ value: '', label: t('filters.any') }, ...shownStates.map((value) => ({ value, label: name('state', value) }))]}
          value={query.state ?? ''}
          onChange={(value) => change({ state: shownStates.find((state) => state === value) ?? null })}
        />
        <Select
          label={t('filters.kind')}
          options={[{ value: '', label: t('filters.any') }, ...kinds.map((value) => ({ value, label: name('kind', kindKey(value)) }))]}
          value={query.kind ?? ''}
          onChange={(value) => change({ kind: value || null })}
        />
        <Select
          label={t('filters.channel')}
          options={[{ value: '', label: t('filters.any') }, ...shownChannels.map((value) => ({ value, label: name('channel', value) }))]}
          value={query.channel ?? ''}
          onChange={(value) => change({ channel: shownChannels.find((channel) => channel === value) ?? null })}
        />
        {isNarrowed(query) && <Button onClick={() => onChange(allMessages)}>{t('filters.clear')}</Button>}
      </InlineGrid>
    </Box>
  );
}
