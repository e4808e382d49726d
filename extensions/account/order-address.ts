/** `5001` of `gid://shopify/Order/5001`. */
export function numericPart(id: string): string {
  return /(\d+)(?:\?.*)?$/.exec(id)?.[1] ?? '';
}

/** Where the app tells about an order, in a language. */
export function orderPath(orderId: string | undefined, language: string): string | undefined {
  return orderId === undefined ? undefined : `/account/orders/${numericPart(orderId)}?locale=${encodeURIComponent(language)}`;
}

/** Where the page "Track and help" of an order is. */
export function trackAndHelp(orderId: string): string {
  return `extension:track-and-help/customer-account.order.page.render/${numericPart(orderId)}/`;
}
