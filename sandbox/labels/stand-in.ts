import type { Request, Response } from 'express';
import type { LabelAccount } from './account.ts';

/** One service's side of the wire. */
export interface LabelStandIn {
  /** The key in a request; null where there is none. */
  keyIn(request: Request): string | null;
  /** How it refuses: a wrong key, too many calls, a failure of its own. */
  refuse(response: Response, status: 401 | 429 | 503): void;
  /** True for what costs money. */
  buys(request: Request): boolean;
  answer(request: Request, response: Response, account: LabelAccount): void;
}
