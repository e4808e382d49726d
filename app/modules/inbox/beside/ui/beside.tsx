import { BlockStack } from '@shopify/polaris';
import type { BesideView } from '../beside-view.ts';
import { NotesCard } from './notes-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { PersonCard } from './person-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** What stands beside a conversation: who writes, their orders as they are now, what was said before, and what colleagues noted. */
export function Beside({ view }: { view: BesideView }) {
  return (
    <BlockStack gap="400">
      <PersonCard view={view} />
      <OrdersCard view={view} />
      <NotesCard view={view} />
      <TicketsCard tickets={view.tickets} />
    </BlockStack>
  );
}
