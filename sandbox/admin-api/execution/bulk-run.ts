import type { GraphQLResolveInfo } from 'graphql';

const CHUNK = 200;

/** Walks the root connections of a bulk query chunk by chunk, so that only one chunk's answer exists at a time. */
export interface BulkRun {
  /** The connection a field answers in this pass: a root connection only its present chunk, a nested one all of it. */
  page(info: GraphQLResolveInfo, read: () => unknown): unknown;
  /** Moves on to the next chunk; false when every root connection has been read to its end. */
  advance(): boolean;
}

/** A run over the query's root connections. Each is resolved once: what changes meanwhile is not seen, as in a snapshot. */
export function createBulkRun(): BulkRun {
  const roots = new Map<string, readonly unknown[]>();
  let start = 0;

  function chunk(rows: readonly unknown[]): unknown {
    const nodes = rows.slice(start, start + CHUNK);
    return { nodes, edges: nodes.map((node) => ({ node, cursor: '' })), pageInfo: null };
  }

  return {
    page(info, read) {
      if (isNested(info)) return read();
      const path = pathText(info);
      const known = roots.get(path);
      if (known !== undefined) return chunk(known);
      const keep = (connection: unknown): unknown => {
        const rows = nodesOf(connection);
        roots.set(path, rows);
        return chunk(rows);
      };
      const connection = read();
      return connection instanceof Promise ? connection.then(keep) : keep(connection);
    },
    advance() {
      start += CHUNK;
      return [...roots.values()].some((rows) => rows.length > start);
    },
  };
}

function nodesOf(connection: unknown): readonly unknown[] {
  if (typeof connection !== 'object' || connection === null || !('nodes' in connection)) return [];
  return Array.isArray(connection.nodes) ? connection.nodes : [];
}

/** Nested means: below the rows of another list, so that there is one per row. */
function isNested(info: GraphQLResolveInfo): boolean {
  for (let step = info.path.prev; step !== undefined; step = step.prev) if (typeof step.key === 'number') return true;
  return false;
}

function pathText(info: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step !== undefined; step = step.prev) keys.push(step.key);
  return keys.reverse().join('.');
}
