import { useBlocker } from '@remix-run/react';
import { SaveBar as AppBridgeSaveBar } from '@shopify/app-bridge-react';
import { Button, InlineStack } from '@shopify/polaris';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useShellWords } from './words.ts';

interface Props {
  /** Something is changed and not saved. */
  open: boolean;
  saving: boolean;
  onSave(): void;
  onDiscard(): void;
}

/** Shopify's bar for unsaved changes, and the question before they are left. Without App Bridge: two plain buttons. */
export function SaveBar({ open, saving, onSave, onDiscard }: Props) {
  const { t } = useShellWords();
  const bridge = useAppBridgeLoaded();
  useLeaveGuard(open && !saving);
  if (bridge) {
    return (
      <AppBridgeSaveBar open={open}>
        <button variant="primary" onClick={onSave} loading={saving ? '' : undefined} disabled={saving}>
          {t('form.save')}
        </button>
        <button onClick={onDiscard} disabled={saving}>
          {t('form.discard')}
        </button>
      </AppBridgeSaveBar>
    );
  }
  if (!open) return null;
  return (
    <InlineStack gap="200">
      <Button variant="primary" onClick={onSave} loading={saving}>
        {t('form.save')}
      </Button>
      <Button onClick={onDiscard} disabled={saving}>
        {t('form.discard')}
      </Button>
    </InlineStack>
  );
}

/** Known in the browser only, once the first rendering is in place. */
function useAppBridgeLoaded(): boolean {
  return useSyncExternalStore(neverChanges, () => 'shopify' in globalThis && customElements.get('ui-save-bar') !== undefined, () => false);
}

const neverChanges = () => () => undefined;

/** Holds back a change of page while something is unsaved, until the merchant says to leave. */
function useLeaveGuard(active: boolean): void {
  const askedByShopify = useAskedByShopify();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => active && !askedByShopify.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let current = true;
    void leaveConfirmed().then(() => current && blocker.proceed());
    return () => {
      current = false;
    };
  }, [blocker]);
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [active]);
}

/** True while a page is changed from Shopify's own menu: its admin has asked already. Nobody else can click links in there. */
function useAskedByShopify() {
  const asked = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      if (event.type === 'click' && !(event.target instanceof Element && event.target.closest('ui-nav-menu, ui-title-bar'))) return;
      asked.current = true;
      setTimeout(() => (asked.current = false));
    };
    const names = ['click', 'shopify:navigate'];
    for (const name of names) addEventListener(name, note, { capture: true });
    return () => names.forEach((name) => removeEventListener(name, note, { capture: true }));
  }, []);
  return asked;
}

/** Resolves when the merchant agrees to leave; stays open where they stay. */
async function leaveConfirmed(): Promise<void> {
  await ('shopify' in globalThis ? globalThis.shopify?.saveBar?.leaveConfirmation?.() : undefined);
}
