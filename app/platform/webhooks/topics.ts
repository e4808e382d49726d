/** What Shopify still sends, and we still owe an answer to, when a shop has removed the app. */
export const owedAfterUninstall: ReadonlySet<string> = new Set(['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact']);
