import { Badge, BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { StateBadge } from '../../desk/ui/desk-badges.tsx';
import { useDeskWords } from '../../desk/ui/words.ts';
import type { FoundTicket } from '../views.ts';
import { Marked } from './marked.tsx';
import { useSearchWords } from './words.ts';

/** One conversation that was found: what it is called, whose it is, and where the words stand in it. */
export function FoundRow({ ticket: { id, readIn, named, subject, person, state, channel, lastMessageAt, said } }: { ticket: FoundTicket }) {
  const { t } = useSearchWords();
  const { t: desk } = useDeskWords();
  const { formats } = useAdmin();
  const isTitled = subject.some(({ text }) => text.trim() !== '');
  const from = person.some(({ text }) => text !== '') ? <Marked pieces={person} /> : desk('noPerson');
  return (
    <Box as="li" padding="400" borderBlockEndWidth="025" borderColor="border-secondary">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm" breakWord>
            <Link url={`/app/inbox/${readIn}`} monochrome removeUnderline>
              {isTitled ? <Marked pieces={subject} /> : desk('noSubject')}
            </Link>
          </Text>
          <StateBadge state={state} />
          {named && <Badge tone="info">{t(`named.${named}`)}</Badge>}
          {readIn !== id && <Badge>{t('mergedInto', { id: readIn })}</Badge>}
        </InlineStack>
        <Text as="p" tone="subdued" variant="bodySm" breakWord>
          {from} · {[desk('number', { id }), desk(`channels.${channel}`), formats.shortMoment(lastMessageAt)].join(' · ')}
        </Text>
        {said && (
          <Text as="p" breakWord>
            <Marked pieces={said.pieces} />{' '}
            <Text as="span" tone="subdued" variant="bodySm">
              ({t(said.direction === 'note' ? 'note' : 'said', { name: said.by || t(said.direction === 'in' ? 'unnamed' : 'shop'), at: formats.shortMoment(said.at) })})
            </Text>
          </Text>
        )}
      </BlockStack>
    </Box>
  );
}
