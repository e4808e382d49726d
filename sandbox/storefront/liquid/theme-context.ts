import type { Context } from 'liquidjs';
import { z } from 'zod';
import type { Translate } from './translations.ts';

/** What tags and filters need to know about the page they run on, beside its Liquid objects. */
export interface ThemeContext {
  locale: string;
  currency: string;
  translate: Translate;
  /** Turns an asset's file name into its address. */
  assetUrl: (file: string) => string;
  /** Renders the app blocks the merchant put on this template. */
  renderBlocks: () => Promise<string>;
  /** False once `{% layout none %}` ran. */
  useLayout: boolean;
}

const contexts = new WeakMap<object, ThemeContext>();
const namedPairs = z.array(z.tuple([z.string(), z.unknown()]));

/** Ties a page to its Liquid objects; snippets are rendered with the same objects, so they find it too. */
export function attachThemeContext(objects: object, context: ThemeContext): void {
  contexts.set(objects, context);
}

/** The page a tag or filter runs on; a template rendered outside a theme throws. */
export function themeContextOf(context: Context): ThemeContext {
  const found = contexts.get(context.globals);
  if (!found) throw new Error('This template was rendered outside a theme');
  return found;
}

/** A filter's named arguments, `t: count: 2`, as an object. */
export function namedArguments(args: unknown[]): Record<string, unknown> {
  return Object.fromEntries(namedPairs.parse(args.filter((arg) => Array.isArray(arg))));
}
