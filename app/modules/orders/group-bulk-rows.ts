import { z } from 'zod';

/** A line of a bulk result, and how many bytes of the file end with it. */
export interface BulkLine {
  line: string;
  endByte: number;
}

/** A row of the outermost connection with the rows below it. */
export interface BulkRoot {
  row: unknown;
  children: { row: unknown; parentId: string }[];
  /** Everything of it ends here: a later reading may start at this byte. */
  endByte: number;
}

const childShape = z.looseObject({ __parentId: z.string() });

/** Puts the rows of a bulk result, which follow their parents line by line, back together. Holds one root at a time. */
export async function* groupBulkRows(lines: AsyncIterable<BulkLine>): AsyncGenerator<BulkRoot> {
  let root: BulkRoot | null = null;
  for await (const { line, endByte } of lines) {
    const row: unknown = JSON.parse(line);
    const child = childShape.safeParse(row);
    if (child.success) {
      if (!root) throw new Error('A bulk result starts with a row that belongs to another.');
      root.children.push({ row, parentId: child.data.__parentId });
      root.endByte = endByte;
    } else {
      if (root) yield root;
      root = { row, children: [], endByte };
    }
  }
  if (root) yield root;
}
