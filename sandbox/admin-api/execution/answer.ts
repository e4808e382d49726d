import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { AdminAnswer } from '../../contract.ts';

/** An answer that carries errors at HTTP 200, as Shopify does for everything that got as far as GraphQL. */
export function errorAnswer(errors: readonly GraphQLError[], extensions?: Record<string, unknown>): AdminAnswer {
  return { status: 200, body: { errors: errors.map(formatError), ...(extensions ? { extensions } : {}) } };
}

/** An error as it goes over the wire. What the sandbox itself did wrong is logged and shown without its cause. */
export function formatError(error: GraphQLError): unknown {
  const cause = error.originalError;
  if (cause == null || cause instanceof GraphQLError) return plain(error);
  const requestId = randomUUID();
  console.error(`sandbox: ${error.path?.join('.') ?? 'a request'} failed (request ${requestId})`, cause);
  return {
    ...plain(error),
    message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${requestId}`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

function plain(error: GraphQLError): Record<string, unknown> {
  const { message, locations, path, extensions } = error.toJSON();
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), ...(extensions ? { extensions } : {}) };
}
