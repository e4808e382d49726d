/** A refusal in Shopify's shape; `code` where the mutation has codes. */
export interface UserError {
  field: string[] | null;
  message: string;
  code?: string;
}

/** One refusal. */
export function userError(field: string[] | null, message: string, code?: string): UserError {
  return code === undefined ? { field, message } : { field, message, code };
}

/** An id of the wrong kind, which Shopify answers with a top-level error instead of a user error. */
export class InvalidId extends Error {
  readonly code = 'RESOURCE_NOT_FOUND';

  constructor() {
    super('Invalid id');
  }
}

/** A corner of Shopify the sandbox does not play; said aloud rather than guessed. */
export class NotModelled extends Error {
  constructor(what: string) {
    super(`The sandbox does not model ${what}.`);
  }
}
