import { BlockStack, Box, Button, InlineGrid, Select, TextField } from '@shopify/polaris';
import { useTyped } from '#app/ui/use-typed.ts';
import { heldReasons } from '../message.ts';
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
  const any = { value: '', label: t('filters.any') };
  return (
    <Box padding="300">
      <BlockStack gap="300">
        <TextField
          label={t('filters.search')}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          clearButton
          onClearButtonClick={() => setTyped('')}
          maxLength={100}
          connectedRight={isNarrowed(query) ? <Button onClick={() => onChange(allMessages)}>{t('filters.clear')}</Button> : undefined}
        />
        <InlineGrid columns={{ xs: 2, sm: 3, lg: 6 }} gap="300" alignItems="end">
          <Select
            label={t('filters.state')}
            options={[any, ...shownStates.map((value) => ({ value, label: name('state', value) }))]}
            value={query.state ?? ''}
            onChange={(value) => change({ state: shownStates.find((state) => state === value) ?? null })}
          />
          <Select
            label={t('filters.held')}
            options={[any, ...heldReasons.map((value) => ({ value, label: name('held', value) }))]}
            value={query.held ?? ''}
            onChange={(value) => change({ held: heldReasons.find((reason) => reason === value) ?? null })}
          />
          <Select
            label={t('filters.kind')}
            options={[any, ...kinds.map((value) => ({ value, label: name('kind', kindKey(value)) }))]}
            value={query.kind ?? ''}
            onChange={(value) => change({ kind: value || null })}
          />
          <Select
            label={t('filters.channel')}
            options={[any, ...shownChannels.map((value) => ({ value, label: name('channel', value) }))]}
            value={query.channel ?? ''}
            onChange={(value) => change({ channel: shownChannels.find((channel) => channel === value) ?? null })}
          />
          <TextField label={t('filters.from')} type="date" value={query.from ?? ''} onChange={(from) => change({ from: from || null })} autoComplete="off" max={query.until ?? undefined} />
          <TextField label={t('filters.until')} type="date" value={query.until ?? ''} onChange={(until) => change({ until: until || null })} autoComplete="off" min={query.from ?? undefined} />
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}
