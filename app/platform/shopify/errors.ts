/** The shop no longer lets us in; it must open the app again. Trying again does not help. */
export class ShopAccessLost extends Error {
  constructor(shopDomain: string) {
    super(`${shopDomain} must open the app again before its data can be reached.`);
    this.name = 'ShopAccessLost';
  }
}

export interface AdminApiProblem {
  /** Shopify's `extensions.code`, such as `ACCESS_DENIED`; `HTTP_502` or `INVALID_RESPONSE` where there was no GraphQL answer. */
  code: string;
  message: string;
  path: string | null;
}

/** The Admin API refused or failed: what it said, and the id under which Shopify can find the request. */
export class AdminApiError extends Error {
  readonly operation: string;
  readonly status: number;
  readonly problems: readonly AdminApiProblem[];
  readonly requestId: string | null;

  constructor(operation: string, status: number, problems: readonly AdminApiProblem[], requestId: string | null) {
    super(`${operation}: ${problems.map(({ code, message }) => `${code}: ${message}`).join('; ')}`);
    this.name = 'AdminApiError';
    this.operation = operation;
    this.status = status;
    this.problems = problems;
    this.requestId = requestId;
  }

  /** True where one of the problems has this code. */
  has(code: string): boolean {
    return this.problems.some((problem) => problem.code === code);
  }
}

export interface UserError {
  field: readonly string[] | null;
  message: string;
  code: string | null;
}

/** A mutation was understood and refused: nothing happened, and Shopify says why. */
export class UserErrors extends Error {
  readonly operation: string;
  readonly errors: readonly UserError[];

  constructor(operation: string, errors: readonly UserError[]) {
    super(`${operation}: ${errors.map(({ field, message }) => (field ? `${field.join('.')}: ${message}` : message)).join('; ')}`);
    this.name = 'UserErrors';
    this.operation = operation;
    this.errors = errors;
  }
}

/** A mutation was sent and no answer came: it may or may not have happened. Look before trying again. */
export class OutcomeUnknown extends Error {
  readonly operation: string;

  constructor(operation: string, cause: unknown) {
    super(`${operation}: Shopify was asked but did not answer.`, { cause });
    this.name = 'OutcomeUnknown';
    this.operation = operation;
  }
}
