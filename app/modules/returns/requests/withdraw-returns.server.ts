import { gid, numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import { ApproveReturnDocument, CancelReturnDocument, ReturnStatusNowDocument, type ReturnStatus } from '#app/platform/shopify/operations.generated.ts';

/** Cancels those of these returns that stand in Shopify's way, and names those it would not cancel: somebody has worked on them. What is over stays as it is. */
export async function withdrawReturns(admin: AdminClient, returnIds: readonly string[]): Promise<string[]> {
  const kept: string[] = [];
  for (const [id, status] of await statusNow(admin, returnIds)) {
    if (isOver(status)) continue;
    try {
      await withdraw(admin, gid('Return', id), status);
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
      kept.push(id);
    }
  }
  return kept;
}

/** True where none of these returns stands any more. */
export async function areOver(admin: AdminClient, returnIds: readonly string[]): Promise<boolean> {
  return [...(await statusNow(admin, returnIds)).values()].every(isOver);
}

/** Whether Shopify cancels what was only asked for is not written anywhere; what is open it cancels, and asked for becomes open by an approval. */
async function withdraw(admin: AdminClient, id: string, status: ReturnStatus): Promise<void> {
  try {
    await admin.run(CancelReturnDocument, { id });
  } catch (error) {
    if (!(error instanceof UserErrors) || status !== 'REQUESTED') throw error;
    await admin.run(ApproveReturnDocument, { id, notify: false });
    await admin.run(CancelReturnDocument, { id });
  }
}

async function statusNow(admin: AdminClient, returnIds: readonly string[]): Promise<Map<string, ReturnStatus>> {
  if (returnIds.length === 0) return new Map();
  const { nodes } = await admin.run(ReturnStatusNowDocument, { ids: returnIds.map((id) => gid('Return', id)) });
  return new Map(nodes.flatMap((node) => (node && 'status' in node ? [[numericId('Return', node.id), node.status] as const] : [])));
}

function isOver(status: ReturnStatus): boolean {
  return status === 'CANCELED' || status === 'DECLINED';
}
