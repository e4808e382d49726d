export { goodwillLimit, refundLimit } from './limits.server.ts';
export { noteStaff } from './note-staff.server.ts';
export type { Right } from './roles.ts';
export { saveStaff } from './save-staff.server.ts';
export { mayStaff, staffRights } from './staff-rights.server.ts';
export { staffView, type StaffView } from './staff-view.server.ts';
