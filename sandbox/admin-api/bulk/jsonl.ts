/** What one chunk of a bulk query came to. */
export interface JsonlChunk {
  text: string;
  objects: number;
  rootObjects: number;
}

/**
 * Flattens an answer into JSON lines: one for each row of a connection, a nested row after its parent with `__parentId`.
 * `connections` holds the dotted response keys of the connections.
 */
export function toJsonl(data: unknown, connections: ReadonlySet<string>): JsonlChunk {
  const lines: string[] = [];
  let rootObjects = 0;

  /** Copies a value without its connections; their rows are collected to follow the row itself. */
  function strip(value: unknown, path: string, below: [rows: unknown[], path: string][]): unknown {
    if (Array.isArray(value)) return value.map((item) => strip(item, path, below));
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (connections.has(at)) below.push([rowsOf(inner), at]);
      else copy[key] = strip(inner, at, below);
    }
    return copy;
  }

  function write(row: unknown, path: string, parentId: unknown): void {
    const below: [unknown[], string][] = [];
    const copy = strip(row, path, below);
    if (typeof copy !== 'object' || copy === null) return;
    lines.push(JSON.stringify(parentId === undefined ? copy : { ...copy, __parentId: parentId }));
    if (parentId === undefined) rootObjects += 1;
    const id = 'id' in copy ? copy.id : undefined;
    for (const [rows, at] of below) for (const each of rows) write(each, at, id);
  }

  const roots: [unknown[], string][] = [];
  strip(data, '', roots);
  for (const [rows, path] of roots) for (const row of rows) write(row, path, undefined);
  return { text: lines.length === 0 ? '' : `${lines.join('\n')}\n`, objects: lines.length, rootObjects };
}

function rowsOf(connection: unknown): unknown[] {
  if (typeof connection !== 'object' || connection === null) return [];
  for (const inner of Object.values(connection)) {
    if (!Array.isArray(inner)) continue;
    return inner.map((row: unknown) => (isEdge(row) ? row.node : row));
  }
  return [];
}

/** An edge is told from a row by holding nothing but a node and its cursor. */
function isEdge(row: unknown): row is { node: unknown } {
  return typeof row === 'object' && row !== null && 'node' in row && Object.keys(row).every((key) => key === 'node' || key === 'cursor' || key === '__typename');
}
