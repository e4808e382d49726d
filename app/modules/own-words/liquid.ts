import { Liquid } from 'liquidjs';

const tags = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', '#', 'echo']);
const filters = new Set(['default', 'upcase', 'downcase', 'capitalize', 'append', 'prepend', 'replace', 'remove', 'strip', 'truncate', 'size', 'first', 'last', 'join', 'plus', 'minus']);

/** Liquid as merchants may write it: no files, no tags or filters beyond a few, nothing unknown passes in silence, and no text keeps it busy. */
function safeLiquid(escapes: boolean): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: escapes ? 'escape' : undefined,
    templates: {},
    parseLimit: 20_000,
    renderLimit: 200,
    memoryLimit: 500_000,
  });
  const escape = liquid.filters.escape;
  for (const name of Object.keys(liquid.tags)) if (!tags.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!filters.has(name)) delete liquid.filters[name];
  if (escapes && escape) liquid.filters.escape = escape;
  return liquid;
}

/** For the subject and the heading, which are plain text. */
export const plainLiquid = safeLiquid(false);
/** For the body: values are words, never markup. */
export const markupLiquid = safeLiquid(true);
