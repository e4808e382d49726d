import { useNavigate } from '@remix-run/react';
import { Box, Card, InlineStack, Page, Select } from '@shopify/polaris';
import { AlertDiamondIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { ProblemSummary } from '../index.server.ts';
import { problemKinds } from '../problem-kinds.ts';
import { ProblemRow } from './problem-row.tsx';
import { problemsPath, shownStates, type ProblemsQuery } from './problems-query.ts';
import { useProblemWords } from './words.ts';

interface Props {
  query: ProblemsQuery;
  problems: readonly ProblemSummary[];
  nextCursor: string | null;
}

/** What customers reported, newest first; the open ones unless asked otherwise. */
export function ProblemsPage({ query, problems, nextCursor }: Props) {
  const { t, name } = useProblemWords();
  const navigate = useNavigate();
  const { busy } = useListLoading('/app/problems');
  const show = (changes: Partial<ProblemsQuery>) => navigate(problemsPath({ ...query, after: null, ...changes }));
  const isPlain = query.state === 'open' && query.kind === null;
  return (
    <Page title={t('title')} fullWidth>
      <Card padding="0">
        <Box padding="300">
          <InlineStack gap="300">
            <Select
              label={t('filter.state')}
              labelInline
              options={shownStates.map((value) => ({ value, label: name('state', value) }))}
              value={query.state}
              onChange={(value) => show({ state: shownStates.find((state) => state === value) ?? 'open' })}
            />
            <Select
              label={t('filter.kind')}
              labelInline
              options={[{ value: '', label: t('filter.anyKind') }, ...problemKinds.map((value) => ({ value, label: name('kind', value) }))]}
              value={query.kind ?? ''}
              onChange={(value) => show({ kind: problemKinds.find((kind) => kind === value) ?? null })}
            />
          </InlineStack>
        </Box>
        <ListTable
          resource={(count) => t('resource', { count })}
          headings={[
            { title: t('columns.order') },
            { title: t('columns.kind') },
            { title: t('columns.words') },
            { title: t('columns.attached') },
            { title: t('columns.state') },
            { title: t('columns.at') },
          ]}
          rows={problems}
          busy={busy}
          empty={
            isPlain ? (
              <Empty icon={AlertDiamondIcon} title={t('empty.title')} text={t('empty.text')} action={{ content: t('empty.all'), onAction: () => show({ state: 'all' }) }} />
            ) : (
              <Empty
                icon={AlertDiamondIcon}
                title={t('empty.filteredTitle')}
                text={t('empty.filteredText')}
                action={{ content: t('empty.clear'), onAction: () => show({ state: 'open', kind: null }) }}
              />
            )
          }
          previous={query.after === null ? null : () => navigate(-1)}
          next={nextCursor === null ? null : () => show({ after: nextCursor })}
          renderRow={(problem, at) => <ProblemRow key={problem.id} problem={problem} {...at} />}
        />
      </Card>
    </Page>
  );
}
