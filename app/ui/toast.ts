/** Says that something worked, in the bar Shopify draws. Failures are never toasts: they stand where they belong. */
export function showToast(message: string): void {
  if ('shopify' in globalThis) globalThis.shopify?.toast?.show(message);
}
