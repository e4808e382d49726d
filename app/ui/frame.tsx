import { Link, Outlet, useNavigation } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { useEffect, useState } from 'react';
import { useLive } from './live/use-live.ts';
import { LoadingPage } from './loading-page.tsx';
import { useWaiting } from './use-waiting.ts';
import { useShellWords } from './words.ts';

/** After this long without an answer the next page's outline is shown: sooner it would only flicker. */
const patience = 250;

/** The admin's frame: its menu, live updates, and the outline of a page that is on its way. */
export function Frame() {
  const { t } = useShellWords();
  const onTheWay = useSlowPage();
  const waiting = useWaiting();
  useLive();
  return (
    <>
      <NavMenu>
        <Link to="/app" rel="home">
          {t('nav.home')}
        </Link>
        <Link to="/app/inbox">{waiting > 0 ? t('nav.inboxWaiting', { count: waiting }) : t('nav.inbox')}</Link>
        <Link to="/app/orders">{t('nav.orders')}</Link>
        <Link to="/app/parcels">{t('nav.parcels')}</Link>
        <Link to="/app/returns">{t('nav.returns')}</Link>
        <Link to="/app/problems">{t('nav.problems')}</Link>
        <Link to="/app/notices">{t('nav.notices')}</Link>
        <Link to="/app/messages">{t('nav.messages')}</Link>
        <Link to="/app/settings">{t('nav.settings')}</Link>
      </NavMenu>
      <main>{onTheWay === null ? <Outlet /> : <LoadingPage path={onTheWay} />}</main>
    </>
  );
}

/** The address of another page that takes its time, or null. Filters and pages of one list are that list's own matter. */
function useSlowPage(): string | null {
  const { state, location } = useNavigation();
  const [slow, setSlow] = useState<string | null>(null);
  const target = state === 'loading' && location.pathname !== globalThis.location?.pathname ? location.pathname : null;
  useEffect(() => {
    showLoadingBar(target !== null);
    if (target === null) return;
    const timer = setTimeout(() => setSlow(target), patience);
    return () => {
      clearTimeout(timer);
      setSlow(null);
    };
  }, [target]);
  return target === slow ? target : null;
}

/** The bar over the app that Shopify draws; outside of its admin there is none. */
function showLoadingBar(on: boolean): void {
  if ('shopify' in globalThis && typeof globalThis.shopify?.loading === 'function') globalThis.shopify.loading(on);
}
