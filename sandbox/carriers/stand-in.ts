import type { Request, Response } from 'express';
import type { Account, FollowedParcel } from './account.ts';

/** What goes to an account's webhook. */
export interface Push {
  body: string;
  headers: Record<string, string>;
}

/** One provider's side of the wire. */
export interface StandIn {
  /** The key in a request; null where there is none. */
  keyIn(request: Request): string | null;
  /** How it refuses: a wrong key, too many calls, a failure of its own. */
  refuse(response: Response, status: 401 | 429 | 503): void;
  /** Answers a call of a known account; false where it knows no such call. */
  answer(request: Request, response: Response, account: Account): boolean;
  push(account: Account, parcel: FollowedParcel): Push;
}

/** The body of a request, as far as it is an object. */
export function bodyOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
