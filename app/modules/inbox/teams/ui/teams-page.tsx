import { Badge, BlockStack, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useShellWords } from '#app/ui/words.ts';
import type { Agent, Team, TeamsView } from '../teams-view.server.ts';
import { useTeamWords } from './words.ts';

/** The teams and the people of the shop, with what waits for each. */
export function TeamsPage({ view: { teams, agents } }: { view: TeamsView }) {
  const { t } = useTeamWords();
  const shell = useShellWords();
  return (
    <Page title={t('title')} subtitle={t('intro')} narrowWidth backAction={{ content: shell.t('nav.settings'), url: '/app/settings' }} primaryAction={{ content: t('add'), url: '/app/settings/teams/new' }}>
      <BlockStack gap="400">
        <TitledCard title={t('title')}>
          {teams.length === 0 && <Text as="p">{t('none')}</Text>}
          <BlockStack as="ul" gap="400">
            {teams.map((team) => (
              <li key={team.id}>
                <TeamLine team={team} />
              </li>
            ))}
          </BlockStack>
        </TitledCard>
        <TitledCard title={t('people')} text={t('peopleText')}>
          {agents.length === 0 && <Text as="p">{t('nobody')}</Text>}
          <BlockStack as="ul" gap="300">
            {agents.map((agent) => (
              <li key={agent.id}>
                <AgentLine agent={agent} />
              </li>
            ))}
          </BlockStack>
        </TitledCard>
      </BlockStack>
    </Page>
  );
}

function TeamLine({ team: { id, name, kind, assigns, members, open, unassigned } }: { team: Team }) {
  const { t } = useTeamWords();
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/settings/teams/${id}`}>{name}</Link>
        <Badge>{t(`kinds.${kind}`)}</Badge>
        {unassigned > 0 && <Badge tone="attention">{t('unassigned', { count: unassigned })}</Badge>}
      </InlineStack>
      <Text as="p" tone="subdued">
        {[t('members', { count: members.length }), t(`assigns.${assigns}`), t('open', { count: open })].join(' · ')}
      </Text>
    </BlockStack>
  );
}

function AgentLine({ agent: { id, name, isAway, awayUntil, mostOpen, open, rated, content } }: { agent: Agent }) {
  const { t } = useTeamWords();
  const { formats } = useAdmin();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Link url={`/app/settings/teams/agents/${id}`}>{name ?? t('unnamed', { id })}</Link>
      {isAway && <Badge tone="warning">{awayUntil ? t('awayUntil', { day: formats.inSentence.day(awayUntil) }) : t('away')}</Badge>}
      <Text as="span" tone="subdued">
        {[t('open', { count: open }), ...(mostOpen === null ? [] : [t('limit', { most: mostOpen })]), ...(rated === 0 ? [] : [t('rated', { content, rated })])].join(' · ')}
      </Text>
    </InlineStack>
  );
}
