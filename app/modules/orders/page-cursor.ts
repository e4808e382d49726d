import { isNumericId } from '#app/kernel/ids.ts';

/** A place in the list of orders: the row a page begins after. */
export interface Position {
  at: Date;
  id: string;
}

/** A position as it stands in a URL. */
export function writeCursor({ at, id }: Position): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url');
}

/** The position a cursor means, or null for anything we did not write. */
export function readCursor(cursor: string | undefined): Position | null {
  const [time = '', id = ''] = Buffer.from(cursor ?? '', 'base64url').toString('utf8').split('.');
  return /^\d{1,15}$/.test(time) && isNumericId(id) ? { at: new Date(Number(time)), id } : null;
}
