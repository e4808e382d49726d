export { answerAccount } from './answer-account.server.ts';
export type { BackTo } from './back-to.ts';
export { beginSignIn } from './begin-sign-in.server.ts';
export { endSignIn } from './end-sign-in.server.ts';
export { forgetSessions } from './sessions.server.ts';
export { ordersLink } from './orders-link.server.ts';
export { signInLink } from './sign-in-link.server.ts';
export { answerSignedOut, signOut } from './sign-out.server.ts';
