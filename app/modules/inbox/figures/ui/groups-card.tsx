import { Text } from '@shopify/polaris';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Group } from '../views.ts';
import type { FiguresVoice } from './use-figures-voice.ts';

interface Props<Row extends Group> {
  title: string;
  groups: readonly Row[];
  nameOf(group: Row): string;
  voice: FiguresVoice;
}

const shownAtOnce = 10;

/** The same figures of each part of the conversations, those with most first; where there are many, the others on demand. */
export function GroupsCard<Row extends Group>({ title, groups, nameOf, voice }: Props<Row>) {
  const { t } = voice;
  const others = groups.slice(shownAtOnce);
  return (
    <TitledCard title={title} gap="300">
      {groups.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('groups.none')}
        </Text>
      ) : (
        <GroupsTable title={title} groups={groups.slice(0, shownAtOnce)} nameOf={nameOf} voice={voice} />
      )}
      {others.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', paddingBlock: 'var(--p-space-100)' }}>{t('groups.others', { count: others.length })}</summary>
          <GroupsTable title={t('groups.othersOf', { title })} groups={others} nameOf={nameOf} voice={voice} />
        </details>
      )}
    </TitledCard>
  );
}

function GroupsTable<Row extends Group>({ title, groups, nameOf, voice: { t, count, quality } }: Props<Row>) {
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
      <FiguresTable
        caption={title}
        headings={[t('groups.name'), t('summary.opened'), t('quality.firstReply'), t('quality.resolution'), t('quality.promises'), t('quality.satisfaction')]}
        rows={groups.map((group) => [nameOf(group), count(group.opened), ...quality(group)])}
      />
    </div>
  );
}
