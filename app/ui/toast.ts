interface ToastAction {
  content: string;
  onAction(): void;
}

/** Says that something worked, in the bar Shopify draws, with the way to take it back where there is one. Failures are never toasts: they stand where they belong. */
export function showToast(message: string, action?: ToastAction): void {
  if (!('shopify' in globalThis)) return;
  globalThis.shopify?.toast?.show(message, action ? { action: action.content, onAction: action.onAction, duration: 10_000 } : undefined);
}
