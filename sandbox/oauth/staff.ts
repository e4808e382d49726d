/** Somebody who works for the shop. */
export interface StaffMember {
  userId: string;
  firstName: string;
  lastName: string;
  accountOwner: boolean;
}

/** Who owns the account of each shop; everybody else is staff. */
export const OWNER_USER_ID = '70000001';

/** Who can sign in to each shop's admin. */
export const staffMembers: readonly StaffMember[] = [
  { userId: OWNER_USER_ID, firstName: 'Robin', lastName: 'Vale', accountOwner: true },
  { userId: '70000002', firstName: 'Mia', lastName: 'Torres', accountOwner: false },
  { userId: '70000003', firstName: 'Kenji', lastName: 'Mori', accountOwner: false },
];

/** The staff member of that number; one that nobody knows is somebody hired lately. */
export function staffMember(userId: string): StaffMember {
  return staffMembers.find((member) => member.userId === userId) ?? { userId, firstName: 'Sam', lastName: `Field ${userId.slice(-2)}`, accountOwner: false };
}
