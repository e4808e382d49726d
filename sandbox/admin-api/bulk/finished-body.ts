import type { BulkOperation } from './bulk-operations.ts';

/** The body of the webhook `bulk_operations/finish`. */
export function finishedBody(operation: BulkOperation): Record<string, unknown> {
  return {
    admin_graphql_api_id: operation.id,
    completed_at: operation.completedAt,
    created_at: operation.createdAt,
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: operation.type.toLowerCase(),
  };
}
