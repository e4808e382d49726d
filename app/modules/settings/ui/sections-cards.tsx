import { BlockStack, Link, Text } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingsWords } from './words.ts';

const tracking = [
  { key: 'trackingPage', url: '/app/settings/tracking-page' },
  { key: 'dates', url: '/app/settings/dates' },
  { key: 'disruptions', url: '/app/settings/disruptions' },
  { key: 'troubles', url: '/app/settings/troubles' },
  { key: 'carriers', url: '/app/settings/carriers' },
  { key: 'sources', url: '/app/settings/sources' },
] as const;

const messages = [{ key: 'brand', url: '/app/settings/brand' }, { key: 'voice', url: '/app/settings/voice' }, { key: 'hours', url: '/app/settings/hours' }, { key: 'peak', url: '/app/settings/peak' }] as const;

const returns = [{ key: 'returnPolicy', url: '/app/settings/returns' }, { key: 'exchanges', url: '/app/settings/exchanges' }, { key: 'gifts', url: '/app/settings/gifts' }, { key: 'waysBack', url: '/app/settings/ways-back' }, { key: 'signals', url: '/app/settings/signals' }] as const;

const inbox = [{ key: 'mailboxes', url: '/app/settings/mailboxes' }, { key: 'replies', url: '/app/settings/replies' }, { key: 'promises', url: '/app/settings/promises' }, { key: 'macros', url: '/app/settings/macros' }, { key: 'teams', url: '/app/settings/teams' }, { key: 'keeping', url: '/app/settings/keeping' }, { key: 'satisfaction', url: '/app/settings/satisfaction' }] as const;

const team = [{ key: 'staff', url: '/app/settings/staff' }] as const;

/** The settings that have a page of their own. */
export function SectionsCards() {
  return (
    <>
      <SectionsCard title="title" sections={tracking} />
      <SectionsCard title="messages" sections={messages} />
      <SectionsCard title="returns" sections={returns} />
      <SectionsCard title="inbox" sections={inbox} />
      <SectionsCard title="team" sections={team} />
    </>
  );
}

interface Props {
  title: 'title' | 'messages' | 'returns' | 'inbox' | 'team';
  sections: readonly (typeof tracking | typeof messages | typeof returns | typeof inbox | typeof team)[number][];
}

function SectionsCard({ title, sections }: Props) {
  const { t } = useSettingsWords();
  return (
    <TitledCard title={t(`sections.${title}`)}>
      <BlockStack as="ul" gap="300">
        {sections.map(({ key, url }) => (
          <li key={key}>
            <Link url={url}>{t(`sections.${key}`)}</Link>
            <Text as="p" tone="subdued">
              {t(`sections.${key}Text`)}
            </Text>
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}
