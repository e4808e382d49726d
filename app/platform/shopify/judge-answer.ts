import type { AdminApiProblem, UserError } from './errors.ts';
import type { AdminAnswer } from './send-document.server.ts';

/** What an answer means for the request that got it. */
export type Verdict =
  | { is: 'done'; data: Record<string, unknown>; withheld: readonly string[] }
  | { is: 'refused'; userErrors: readonly UserError[] }
  /** Not performed for want of budget: safe to send again, also for a mutation. */
  | { is: 'throttled' }
  | { is: 'unauthorized' }
  /** Shopify broke: a read may be sent again, a mutation may have happened. */
  | { is: 'unavailable' }
  | { is: 'failed'; problems: readonly AdminApiProblem[] };

/** Reads an answer. Protected fields that Shopify withholds deep inside are no failure: they are null and named in `withheld`. */
export function judgeAnswer(answer: AdminAnswer, kind: 'query' | 'mutation'): Verdict {
  const { status, data, problems } = answer;
  if (status === 401) return { is: 'unauthorized' };
  if (status === 429 || problems.some(({ code }) => code === 'THROTTLED')) return { is: 'throttled' };
  if (status >= 500) return { is: 'unavailable' };
  if (status !== 200) return { is: 'failed', problems: atLeastOne(problems, status) };
  const fatal = problems.filter((problem) => data === null || !isWithheld(problem));
  if (fatal.length > 0) return { is: 'failed', problems: fatal };
  if (data === null) return { is: 'failed', problems: atLeastOne([], status) };
  const userErrors = kind === 'mutation' ? userErrorsOf(data) : [];
  if (userErrors.length > 0) return { is: 'refused', userErrors };
  return { is: 'done', data, withheld: [...new Set(problems.map(({ path }) => (path ?? '').replace(/\.\d+(?=\.|$)/g, '')))] };
}

/** A field inside the answer that the app is not approved to read; a whole root field denied is a failure. */
function isWithheld({ code, path }: AdminApiProblem): boolean {
  return code === 'ACCESS_DENIED' && path !== null && path.includes('.');
}

function atLeastOne(problems: readonly AdminApiProblem[], status: number): readonly AdminApiProblem[] {
  return problems.length > 0 ? problems : [{ code: status === 200 ? 'INVALID_RESPONSE' : `HTTP_${status}`, message: 'The answer says nothing more.', path: null }];
}

/** Shopify names them `userErrors` or after the mutation, such as `orderCancelUserErrors`. */
function userErrorsOf(data: Record<string, unknown>): UserError[] {
  return Object.values(data).flatMap((payload) => {
    if (typeof payload !== 'object' || payload === null) return [];
    return Object.entries(payload).flatMap(([name, errors]) => (/userErrors$/i.test(name) && Array.isArray(errors) ? errors.map(userError) : []));
  });
}

function userError(error: unknown): UserError {
  const { field, message, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return {
    field: Array.isArray(field) ? field.map(String) : null,
    message: typeof message === 'string' ? message : 'refused without a reason',
    code: typeof code === 'string' ? code : null,
  };
}
