import { useNavigate, useNavigation } from '@remix-run/react';
import { Banner, BlockStack, Card, InlineGrid, Page, Select } from '@shopify/polaris';
import { ChartVerticalIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { TermsCard } from '#app/ui/terms-card.tsx';
import { useExport } from '#app/ui/use-export.ts';
import { useDeskWords } from '../../desk/ui/words.ts';
import { ticketChannels } from '../../tickets/ticket.ts';
import { spanSteps } from '../figures-period.ts';
import type { Choice, InboxFigures } from '../views.ts';
import { figuresPath, readFiguresQuery, type FiguresQuery } from './figures-query.ts';
import { FiguresSummary } from './figures-summary.tsx';
import { GroupsCard } from './groups-card.tsx';
import { QualityCard, VolumeCard } from './spans-cards.tsx';
import { useFiguresVoice } from './use-figures-voice.ts';

const terms = ['opened', 'backlog', 'firstReply', 'promises', 'satisfaction', 'agent', 'contacts'] as const;

/** What a shop's conversations come to: how many, how soon they are answered and solved, what was promised, how customers liked it. */
export function FiguresPage({ figures }: { figures: InboxFigures }) {
  const voice = useFiguresVoice(figures.step);
  const { t } = voice;
  const { t: desk } = useDeskWords();
  const navigate = useNavigate();
  const { location } = useNavigation();
  const query: FiguresQuery = { step: figures.step, ...figures.filter };
  const asked = location?.pathname === '/app/inbox/figures' ? readFiguresQuery(new URLSearchParams(location.search)) : query;
  const show = (changes: Partial<FiguresQuery>) => navigate(figuresPath({ ...asked, ...changes }), { replace: true, preventScrollReset: true });
  const exporting = useExport(figuresPath(query, '/app/inbox/figures.csv'), `inbox-figures-by-${figures.step}.csv`);
  const { total, filter } = figures;
  const isEmpty = total.opened + total.backlog + total.solved.count === 0;
  const isWhole = filter.agent === null && filter.team === null;
  const nameOf = ({ id, name }: Choice) => name ?? desk('unnamed', { id });
  const anyOf = (label: string, choices: readonly { value: string; label: string }[]) => [{ value: '', label }, ...choices];
  return (
    <Page
      title={t('title')}
      backAction={{ content: t('inbox'), url: '/app/inbox' }}
      secondaryActions={[{ content: t('export'), onAction: exporting.start, loading: exporting.busy, disabled: isEmpty }]}
    >
      <BlockStack gap="400">
        {exporting.failed && (
          <Banner tone="critical" onDismiss={exporting.dismiss}>
            {t('exportFailed')}
          </Banner>
        )}
        <Card padding="300">
          <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300">
            <Select label={t('step')} options={spanSteps.map((step) => ({ value: step, label: t(`steps.${step}`) }))} value={asked.step} onChange={(value) => show({ step: spanSteps.find((step) => step === value) ?? asked.step })} />
            <Select label={t('channel')} options={anyOf(t('any.channel'), ticketChannels.map((value) => ({ value, label: desk(`channels.${value}`) })))} value={asked.channel ?? ''} onChange={(value) => show({ channel: ticketChannels.find((channel) => channel === value) ?? null })} />
            <Select label={t('agent')} options={anyOf(t('any.agent'), figures.choices.agents.map((agent) => ({ value: agent.id, label: nameOf(agent) })))} value={asked.agent ?? ''} onChange={(value) => show({ agent: value || null })} />
            <Select label={t('team')} options={anyOf(t('any.team'), figures.choices.teams.map((team) => ({ value: team.id, label: nameOf(team) })))} value={asked.team ?? ''} onChange={(value) => show({ team: value || null })} />
          </InlineGrid>
        </Card>
        {isEmpty ? (
          <Card>
            <Empty icon={ChartVerticalIcon} title={t('empty.title')} text={t('empty.text')} />
          </Card>
        ) : (
          <>
            <FiguresSummary figures={figures} isWhole={isWhole} voice={voice} />
            <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400" alignItems="start">
              <VolumeCard spans={figures.spans} isWhole={isWhole} voice={voice} />
              <QualityCard spans={figures.spans} voice={voice} />
              <GroupsCard title={t('groups.category')} groups={figures.categories} nameOf={({ key }) => (key === null ? t('groups.unsorted') : desk(`categories.${key}`))} voice={voice} />
              <GroupsCard title={t('groups.channel')} groups={figures.channels} nameOf={({ key }) => desk(`channels.${ticketChannels.find((channel) => channel === key) ?? 'email'}`)} voice={voice} />
              {figures.tiers.length > 0 && <GroupsCard title={t('groups.tier')} groups={figures.tiers} nameOf={({ key }) => t(key === 'valued' ? 'groups.valued' : 'groups.usual')} voice={voice} />}
              <GroupsCard title={t('groups.team')} groups={figures.teams} nameOf={({ key, name }) => name ?? (key === null ? t('groups.noTeam') : t('groups.formerTeam'))} voice={voice} />
              <GroupsCard title={t('groups.agent')} groups={figures.agents} nameOf={({ key, name }) => name ?? (key === null ? t('groups.nobody') : desk('unnamed', { id: key }))} voice={voice} />
            </InlineGrid>
          </>
        )}
        <TermsCard title={t('counted.title')} terms={terms.map((term) => ({ term: t(`counted.${term}`), text: t(`counted.${term}Text`) }))} />
      </BlockStack>
    </Page>
  );
}
