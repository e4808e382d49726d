import type { Context } from 'liquidjs';
import { type Cents, formatCents } from '../cents.ts';
import { escapeHtml } from '../escape-html.ts';
import { namedArguments, themeContextOf } from './theme-context.ts';

type FilterHandler = (this: { context: Context }, value: unknown, ...args: unknown[]) => unknown;

const attributes = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');

const asCents = (value: unknown): Cents => (typeof value === 'number' ? value : Number(value) || 0);

const translate: FilterHandler = function (key: unknown, ...args: unknown[]) {
  const page = themeContextOf(this.context);
  const name = String(key);
  const values = namedArguments(args);
  const safe = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'number' ? v : escapeHtml(String(v ?? ''))]));
  const text = page.translate(page.locale, name, safe);
  return text ?? `Translation missing: ${page.locale}.${escapeHtml(name)}`;
};

const money: FilterHandler = function (value: unknown) {
  const page = themeContextOf(this.context);
  return formatCents(asCents(value), page.currency, page.locale);
};

const moneyWithCurrency: FilterHandler = function (value: unknown) {
  const page = themeContextOf(this.context);
  return formatCents(asCents(value), page.currency, page.locale, 'code');
};

const timeTag: FilterHandler = function (value: unknown, ...args: unknown[]) {
  const at = value === 'now' ? new Date() : new Date(String(value));
  if (Number.isNaN(at.getTime())) return '';
  const { locale } = themeContextOf(this.context);
  const style = namedArguments(args).format === 'abbreviated_date' ? 'medium' : 'long';
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(at);
  return `<time datetime="${at.toISOString()}">${shown}</time>`;
};

/** The filters of Shopify's Liquid that LiquidJS does not bring and that themes, blocks and app proxy answers use. */
export const shopifyFilters: Record<string, FilterHandler> = {
  t: translate,
  translate,
  money,
  money_with_currency: moneyWithCurrency,
  money_without_trailing_zeros(value: unknown) {
    const page = themeContextOf(this.context);
    return formatCents(asCents(value), page.currency, page.locale).replace(/[.,]00(?=\D*$)/, '');
  },
  asset_url(file: unknown) {
    return themeContextOf(this.context).assetUrl(String(file));
  },
  stylesheet_tag: (url: unknown) => `<link rel="stylesheet" href="${escapeHtml(String(url))}" media="all">`,
  script_tag: (url: unknown) => `<script src="${escapeHtml(String(url))}"></script>`,
  image_url: (source: unknown) => String(source ?? ''),
  image_tag: (url: unknown, ...args: unknown[]) => `<img src="${escapeHtml(String(url))}"${attributes({ loading: 'lazy', ...namedArguments(args) })}>`,
  link_to: (label: unknown, url: unknown) => `<a href="${escapeHtml(String(url))}">${String(label)}</a>`,
  handleize: (value: unknown) =>
    String(value)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  pluralize: (count: unknown, one: unknown, many: unknown) => (Number(count) === 1 ? one : many),
  time_tag: timeTag,
};
