/**
 * Reads Shopify's sentence about access, such as "`read_returns` access scope and (`read_orders` access scope or ...)", as any-of
 * sets of scopes. "Also: Requires ..." adds to them; any other "Also:" speaks of the person's permissions or of single arguments.
 */
export function parseRequiredAccess(text: string): string[][] {
  const [main = '', also = ''] = text.split(/\bAlso:\s*/);
  const sets = parseSets(main);
  const more = /^Requires\b/.test(also) ? parseSets(also) : [];
  const both = more.length === 0 ? sets : sets.flatMap((left) => more.map((right) => [...left, ...right]));
  return both.map((set) => [...new Set(set)]);
}

function parseSets(sentence: string): string[][] {
  const tokens = sentence.match(/`(?:read|write|unauthenticated)_\w+`|\band\b|\bor\b|[(),]/g) ?? [];
  let at = 0;

  function any(): string[][] {
    let sets = all();
    while (tokens[at] === 'or' || tokens[at] === ',') {
      at += 1;
      sets = [...sets, ...all()];
    }
    return sets;
  }

  function all(): string[][] {
    let sets = one();
    while (tokens[at] === 'and') {
      at += 1;
      const more = one();
      sets = sets.flatMap((left) => more.map((right) => [...left, ...right]));
    }
    return sets;
  }

  function one(): string[][] {
    const token = tokens[at];
    at += 1;
    if (token === '(') {
      const sets = any();
      at += 1;
      return sets;
    }
    return token?.startsWith('`') ? [[token.slice(1, -1)]] : [];
  }

  return any();
}
