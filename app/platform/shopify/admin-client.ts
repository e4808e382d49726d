import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** The Admin GraphQL API of one shop. Waits for the cost budget all processes share; retries reads, never writes. */
export interface AdminClient {
  /**
   * Runs one typed document. Throws `ShopAccessLost` where the shop must open the app again, `AdminApiError` for GraphQL
   * errors, `UserErrors` where a mutation was refused. `idempotencyKey` goes into `@idempotent(key:)` as `$key`.
   */
  run<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
}
