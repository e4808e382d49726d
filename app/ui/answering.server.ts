import { data } from '@remix-run/node';
import { randomUUID } from 'node:crypto';
import { ExpectedError } from '#app/kernel/errors.ts';

interface Log {
  error(about: object, message: string): void;
}

/**
 * Runs the work of a door. What the reader can do something about keeps its status; anything else is logged and becomes
 * a 500 that carries only the reference under which the log has it.
 */
export async function answering<Result>(request: Request, log: Log, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) throw error;
    if (error instanceof ExpectedError) throw data({ code: error.code }, { status: error.status });
    const reference = request.headers.get('x-request-id') ?? randomUUID();
    log.error({ error, reference, method: request.method, path: new URL(request.url).pathname }, 'a page could not be shown');
    throw data({ reference }, { status: 500 });
  }
}
