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

/** The same figures of each part of the conversations, those with most first. */
export function GroupsCard<Row extends Group>({ title, groups, nameOf, voice: { t, count, quality } }: Props<Row>) {
  return (
    <TitledCard title={title} gap="300">
      {groups.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('groups.none')}
        </Text>
      ) : (
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
          <FiguresTable
            caption={title}
            headings={[t('groups.name'), t('summary.opened'), t('quality.firstReply'), t('quality.resolution'), t('quality.promises'), t('quality.satisfaction')]}
            rows={groups.map((group) => [nameOf(group), count(group.opened), ...quality(group)])}
          />
        </div>
      )}
    </TitledCard>
  );
}
