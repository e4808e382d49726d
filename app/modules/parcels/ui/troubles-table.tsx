import { useFetcher } from '@remix-run/react';
import { Box, Button, IndexTable, IndexTableSelectionType, InlineStack, useBreakpoints, useIndexResourceState } from '@shopify/polaris';
import { DeliveryIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { Empty } from '#app/ui/empty.tsx';
import { listPages } from '#app/ui/list-pages.ts';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { TroublePage } from '../trouble/views.ts';
import { chosenFields, type Chosen } from './chosen.ts';
import type { Voice } from './evidence.ts';
import { MarkDialog, useUndoMarking, type DecidedMark, type MarkAnswer } from './mark-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { everythingIn, isNarrowed, type ParcelsQuery } from './parcels-query.ts';
import { TroubleTableRow } from './trouble-table-row.tsx';

export interface TableProps<Page> {
  page: Page;
  query: ParcelsQuery;
  voice: Voice;
  busy: boolean;
  paging: { previous: (() => void) | null; next: (() => void) | null };
  onShow(query: ParcelsQuery): void;
}

/** Troubles as rows that can be chosen and acted upon together. */
export function TroublesTable({ page: { rows, next }, query, voice, busy, paging, onShow }: TableProps<TroublePage>) {
  const { t } = voice.words;
  const { smDown } = useBreakpoints();
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection, removeSelectedResources } = useIndexResourceState(rows.map(({ id }) => ({ id })));
  const [asked, setAsked] = useState<DecidedMark | 'message' | null>(null);
  const undo = useUndoMarking();
  const takeBack = useTakeBack(voice.words.t, clearSelection);
  const isWhole = allResourcesSelected && next !== null;
  const chosen: Chosen = isWhole ? { all: true } : { ids: selectedResources };
  const close = () => setAsked(null);
  const done = () => {
    close();
    removeSelectedResources(selectedResources);
    clearSelection();
  };
  const action = (name: DecidedMark | 'message') => ({ content: t(`actions.${name}`), onAction: () => setAsked(name) });
  const actions = query.view === 'dismissed' ? [{ content: t('actions.undismiss'), onAction: () => takeBack(chosen) }] : (['message', 'watched', 'claimed', 'dismissed'] as const).map(action);
  const headings = (['order', 'trouble', 'evidence', 'carrier', 'since', 'promise'] as const).map((key) => ({ title: t(`columns.${key}`) }));
  return (
    <>
      {smDown && selectedResources.length > 0 && (
        <Box padding="300" borderBlockEndWidth="025" borderColor="border" background="bg-surface-secondary">
          <InlineStack gap="200">
            {actions.map(({ content, onAction }) => (
              <Button key={content} size="slim" onClick={onAction}>
                {content}
              </Button>
            ))}
          </InlineStack>
        </Box>
      )}
      <IndexTable
        resourceName={{ singular: t('resource', { count: 1 }), plural: t('resource', { count: 2 }) }}
        itemCount={rows.length}
        headings={[headings[0] ?? { title: t('columns.order') }, ...headings.slice(1)]}
        selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        hasMoreItems={next !== null}
        paginatedSelectAllActionText={t('selectAllOpen')}
        promotedBulkActions={actions}
        condensed={smDown}
        loading={busy}
        emptyState={<NothingHere query={query} voice={voice} onShow={onShow} />}
        pagination={listPages(paging.previous, paging.next)}
      >
        {rows.map((row, position) => (
          <TroubleTableRow key={row.id} row={row} position={position} condensed={smDown} selected={selectedResources.includes(row.id)} voice={voice} onSelect={(selected) => handleSelectionChange(IndexTableSelectionType.Single, selected, row.id)} />
        ))}
      </IndexTable>
      {asked === 'message' && <MessageDialog chosen={chosen} onClose={close} onDone={done} />}
      {asked !== null && asked !== 'message' && <MarkDialog mark={asked} chosen={chosen} onClose={close} onDone={done} onUndo={undo} />}
    </>
  );
}

/** Takes dismissed troubles back into the list. */
function useTakeBack(t: Voice['words']['t'], onDone: () => void): (chosen: Chosen) => void {
  const fetcher = useFetcher<MarkAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if (!('undone' in answer)) return;
    showToast(t('toast.undone', { count: answer.undone }));
    onDone();
  });
  return (chosen) => fetcher.submit({ intent: 'take-back', ...chosenFields(chosen) }, { method: 'post' });
}

/** Why a list is empty, and the way on. */
export function NothingHere({ query, voice: { words: { t } }, onShow }: Pick<TableProps<unknown>, 'query' | 'voice' | 'onShow'>) {
  if (isNarrowed(query) || query.after !== null) {
    return <Empty icon={DeliveryIcon} title={t('empty.filteredTitle')} text={t('empty.filteredText')} action={{ content: t('empty.clear'), onAction: () => onShow(everythingIn(query.view, query.by)) }} />;
  }
  if (query.view === 'troubled') {
    return <Empty icon={DeliveryIcon} title={t('empty.title')} text={t('empty.text')} action={{ content: t('empty.all'), onAction: () => onShow(everythingIn('all', query.by)) }} />;
  }
  return <Empty icon={DeliveryIcon} title={t('empty.noneTitle')} text={t('empty.noneText')} />;
}
