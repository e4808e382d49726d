/** What a mail may say about its look: nothing that leaves its place, covers what is beside it, or fetches anything. */
const kept: ReadonlySet<string> = new Set([
  'background-color', 'border', 'border-bottom', 'border-collapse', 'border-color', 'border-left', 'border-radius', 'border-right', 'border-spacing', 'border-style', 'border-top', 'border-width', 'color',
  'direction', 'display', 'font', 'font-family', 'font-size', 'font-style', 'font-variant', 'font-weight', 'height', 'letter-spacing', 'line-height', 'list-style-type', 'margin', 'margin-bottom',
  'margin-left', 'margin-right', 'margin-top', 'max-width', 'min-width', 'padding', 'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'text-align', 'text-decoration', 'text-indent',
  'text-transform', 'unicode-bidi', 'vertical-align', 'white-space', 'width', 'word-break', 'word-wrap', 'overflow-wrap',
]);
const longest = 4_000;
/** No escapes, no functions but those of colours, nothing that could begin another rule. */
const harmless = /^(?:[\w\s#%.,!+"'-]|rgba?\([\d\s.,%/]{1,40}\)|hsla?\([\d\s.,%/a-z]{1,40}\))*$/i;

/** The harmless declarations of a `style` attribute; the rest is left out. */
export function cleanStyle(style: string): string {
  if (style.length > longest) return '';
  return style
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      const isKept = colon > 0 && kept.has(name) && value !== '' && harmless.test(value) && !(name.startsWith('margin') && value.includes('-'));
      return isKept ? `${name}:${value}` : [];
    })
    .join(';');
}
