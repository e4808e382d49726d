/** A failure the person at the other end can do something about; `status` is the HTTP status it answers with. */
export class ExpectedError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(code: string, status: number, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'ExpectedError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** There is nothing of that id here; also the answer for another shop's id. */
export function notFound(what: string): ExpectedError {
  return new ExpectedError('not_found', 404, `There is no such ${what}.`);
}

/** A form asks for what its door does not do. */
export function unknownIntent(): ExpectedError {
  return new ExpectedError('unknown_intent', 400, 'There is no such action.');
}
