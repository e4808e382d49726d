import { BlockStack } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { BesideView } from '../beside-view.ts';
import { PartsProvider, type BesideParts } from './beside-parts.ts';
import { NotesCard } from './notes-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { PersonCard } from './person-card.tsx';
import { TicketsCard } from './tickets-card.tsx';

/** What stands beside a conversation: the orders as they are now before all else, who writes, what the page adds, what colleagues noted, and what was said before. */
export function Beside({ view, parts, children }: { view: BesideView; parts: BesideParts; children?: ReactNode }) {
  return (
    <PartsProvider value={parts}>
      <BlockStack gap="400">
        <OrdersCard view={view} />
        <PersonCard view={view} />
        {children}
        <NotesCard view={view} />
        <TicketsCard tickets={view.tickets} />
      </BlockStack>
    </PartsProvider>
  );
}
