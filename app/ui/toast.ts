interface ToastAction {
  content: string;
  onAction(): void;
}

/** Says that something worked, in the bar Shopify draws, with the way to take it back where there is one; answers how to hide it where it is true no longer. Failures are never toasts: they stand where they belong. */
export function showToast(message: string, action?: ToastAction): () => void {
  if (!('shopify' in globalThis)) return () => undefined;
  const toast = globalThis.shopify?.toast;
  const shown = toast?.show(message, action ? { action: action.content, onAction: action.onAction, duration: 10_000 } : undefined);
  return () => shown && toast?.hide(shown);
}
