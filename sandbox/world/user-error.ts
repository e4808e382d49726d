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

/** A corner of Shopify the sandbox does not play; said aloud rather than guessed. */
export class NotModelled extends Error {
  constructor(what: string) {
    super(`The sandbox does not model ${what}.`);
  }
}
