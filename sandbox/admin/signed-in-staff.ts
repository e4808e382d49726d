import type { Request } from 'express';
import { OWNER_USER_ID, staffMembers } from '../oauth/staff.ts';

/** The cookie that says who of the shop sits at a browser. */
export const staffCookie = 'sandbox_staff';

/** Who of the shop sits at this browser; the owner, until somebody else signs in. */
export function signedInStaff({ headers }: Pick<Request, 'headers'>): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const claimed = pairs.find(([name]) => name === staffCookie)?.[1];
  return staffMembers.find(({ userId }) => userId === claimed)?.userId ?? OWNER_USER_ID;
}
