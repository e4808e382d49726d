export type Comparator = '=' | '<' | '<=' | '>' | '>=';

/** A query in Shopify's search syntax. `field: null` is a bare term; `prefix` is `norm*`; value `*` alone asks for presence. */
export type SearchNode =
  | { kind: 'and' | 'or'; parts: SearchNode[] }
  | { kind: 'not'; part: SearchNode }
  | { kind: 'term'; field: string | null; comparator: Comparator; value: string; quoted: boolean; prefix: boolean };

type Token =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { kind: 'term'; field: string | null; comparator: Comparator; value: string; quoted: boolean; prefix: boolean }
  | { kind: 'field'; field: string };

/** Parses a query; like Shopify's parser it never refuses, it reads what it can. */
export function parseSearch(query: string): SearchNode | null {
  const tokens = tokenize(query);
  let at = 0;

  const peek = () => tokens[at];

  function disjunction(field: string | null): SearchNode | null {
    const parts: SearchNode[] = [];
    for (;;) {
      const part = conjunction(field);
      if (part !== null) parts.push(part);
      if (peek()?.kind !== 'or') break;
      at += 1;
    }
    return combine('or', parts);
  }

  function conjunction(field: string | null): SearchNode | null {
    const parts: SearchNode[] = [];
    for (;;) {
      const token = peek();
      if (token === undefined || token.kind === 'close' || token.kind === 'or') break;
      if (token.kind === 'and') {
        at += 1;
        continue;
      }
      const part = factor(field);
      if (part !== null) parts.push(part);
    }
    return combine('and', parts);
  }

  function factor(field: string | null): SearchNode | null {
    const token = peek();
    at += 1;
    switch (token?.kind) {
      case 'not': {
        const part = factor(field);
        return part === null ? null : { kind: 'not', part };
      }
      case 'open':
        return group(field);
      case 'field':
        at += 1;
        return group(token.field);
      case 'term':
        return { ...token, field: token.field ?? field };
      default:
        return null;
    }
  }

  function group(field: string | null): SearchNode | null {
    const inner = disjunction(field);
    if (peek()?.kind === 'close') at += 1;
    return inner;
  }

  const parts: SearchNode[] = [];
  while (at < tokens.length) {
    const part = disjunction(null);
    if (part !== null) parts.push(part);
    if (peek()?.kind === 'close') at += 1;
  }
  return combine('and', parts);
}

function combine(kind: 'and' | 'or', parts: SearchNode[]): SearchNode | null {
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only : { kind, parts };
}

const FIELD = /^([A-Za-z_][\w.$-]*):/;
const COMPARATOR = /^(<=|>=|<|>|=)/;
const QUOTED = /^(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')/;
const BARE = /^(?:\\.|[^\s()"'\\])+/;

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let rest = query.trimStart();
  const take = (text: string) => {
    rest = rest.slice(text.length);
  };
  while (rest !== '') {
    const word = /^(AND|OR|NOT)(?=[\s()]|$)/.exec(rest)?.[1];
    if (word !== undefined) {
      tokens.push({ kind: word === 'AND' ? 'and' : word === 'OR' ? 'or' : 'not' });
      take(word);
    } else if (rest.startsWith('(') || rest.startsWith(')')) {
      tokens.push({ kind: rest.startsWith('(') ? 'open' : 'close' });
      take('(');
    } else if (rest.startsWith('-') && rest.length > 1 && !/^-\s/.test(rest)) {
      tokens.push({ kind: 'not' });
      take('-');
    } else {
      const field = FIELD.exec(rest);
      take(field?.[0] ?? '');
      if (field !== null && rest.startsWith('(')) {
        tokens.push({ kind: 'field', field: field[1] ?? '' });
      } else {
        const comparator = field === null ? null : COMPARATOR.exec(rest);
        take(comparator?.[0] ?? '');
        const { value, quoted, length } = readValue(rest);
        take(rest.slice(0, length));
        const prefix = !quoted && value.length > 1 && value.endsWith('*');
        tokens.push({
          kind: 'term',
          field: field?.[1] ?? null,
          comparator: comparatorOf(comparator?.[0]),
          value: prefix ? value.slice(0, -1) : value,
          quoted,
          prefix,
        });
      }
    }
    rest = rest.trimStart();
  }
  return tokens;
}

function readValue(text: string): { value: string; quoted: boolean; length: number } {
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { value: unescape(quoted[1] ?? quoted[2] ?? ''), quoted: true, length: quoted[0].length };
  const bare = BARE.exec(text)?.[0];
  // An unbalanced quote is a character like any other.
  if (bare === undefined) return { value: text.slice(0, 1), quoted: false, length: Math.min(1, text.length) };
  return { value: unescape(bare), quoted: false, length: bare.length };
}

function comparatorOf(text: string | undefined): Comparator {
  return text === '<' || text === '<=' || text === '>' || text === '>=' ? text : '=';
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
