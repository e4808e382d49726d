const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of HTML that may be put into another as it is. */
export interface Html {
  html: string;
}

const rendered = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(rendered).join('');
  if (typeof value === 'object' && value !== null && 'html' in value) return String(value.html);
  return value === null || value === undefined || value === false ? '' : String(value).replace(/[&<>"']/g, (c) => entities[c] ?? c);
};

/** Builds HTML; every value put in is escaped unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return { html: parts.map((part, index) => part + rendered(values[index])).join('') };
}
