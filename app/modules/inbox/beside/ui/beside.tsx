import { BlockStack } from '@shopify/polaris';
import type { BesideView } from '../beside-view.ts';
import { PartsProvider, type BesideParts } from './beside-parts.ts';
import { NotesCard } from './notes-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { PersonCard } from './person-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** What stands beside a conversation: who writes, their orders as they are now, what was said before, and what colleagues noted. */
export function Beside({ view, parts }: { view: BesideView; parts: BesideParts }) {
  return (
    <PartsProvider value={parts}>
      <BlockStack gap="400">
        <PersonCard view={view} />
        <OrdersCard view={view} />
        <NotesCard view={view} />
        <TicketsCard tickets={view.tickets} />
      </BlockStack>
    </PartsProvider>
  );
}
