import { Outlet } from '@remix-run/react';
import { AppProvider, type AppProviderProps } from '@shopify/shopify-app-remix/react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Messages } from '#app/platform/i18n/translator.ts';
import { AdminProvider, type AdminShop } from './admin.tsx';

interface Props {
  apiKey: string;
  locale: string;
  words: Readonly<Record<string, Messages>>;
  /** Polaris's own texts; null where its English ones serve. */
  polaris: AppProviderProps['i18n'] | null;
  shop: AdminShop;
  now: Date;
  children?: ReactNode;
}

const minute = 60_000;

/** Everything the admin's pages stand on: App Bridge, Polaris, words and formats. */
export function AdminApp({ apiKey, polaris, now: loadedAt, children = <Outlet />, ...admin }: Props) {
  const now = useToday(loadedAt);
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} i18n={polaris ?? undefined}>
      <AdminProvider {...admin} now={now}>
        {children}
      </AdminProvider>
    </AppProvider>
  );
}

/** The server's moment until the hour changes; a tab that stays open over night learns that today is another day. */
function useToday(loadedAt: Date): Date {
  const [now, setNow] = useState(loadedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow((known) => (new Date().getHours() === known.getHours() ? known : new Date())), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
