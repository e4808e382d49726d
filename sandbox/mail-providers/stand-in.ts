import type { Request, Response } from 'express';
import type { MailAccount, MailEvent, TakenMail } from './account.ts';

/** What goes to an account's webhook. */
export interface Push {
  body: string;
  headers: Record<string, string>;
}

export type Refusal = 401 | 429 | 503 | 'unverified';

/** One provider's side of the wire. */
export interface MailStandIn {
  /** The key in a request; null where there is none. */
  keyIn(request: Request): string | null;
  /** How it refuses: a wrong key, too many calls, a failure of its own, a sender that is not verified. */
  refuse(response: Response, why: Refusal): void;
  /** The mail in a request; null where this is no call that it knows, words where it does not take the mail. */
  read(request: Request, account: MailAccount, base: string): Promise<Omit<TakenMail, 'id'> | string | null>;
  /** Names and acknowledges a mail. */
  accept(response: Response): string;
  /** Says what is wrong with the mail. */
  reject(response: Response, words: string): void;
  push(account: MailAccount, mail: TakenMail, event: MailEvent, at: Date): Push;
}

/** The body of a request, as far as it is an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Header lines given as name and value, with names in lower case. */
export function lowerCased(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}

const oneAddress = /^(?:[^<>]*<)?[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,]+>?$/;

/** What any provider checks before it takes a mail. */
export function complaintAbout(mail: Omit<TakenMail, 'id'>): string | null {
  if (!oneAddress.test(mail.to)) return `'${mail.to}' is not a valid email address`;
  const copy = mail.cc.find((address) => !oneAddress.test(address));
  if (copy !== undefined) return `'${copy}' is not a valid email address`;
  if (!oneAddress.test(mail.from)) return 'The from address is not valid';
  if (mail.subject === '') return 'A subject is required';
  return mail.text === '' && mail.html === null ? 'A body is required' : null;
}

/** Addresses between commas. */
export function listed(value: unknown): string[] {
  return textOf(value).split(',').flatMap((address) => address.trim() || []);
}

export function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** The texts among what was sent under their names. */
export function textsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, text]) => [name, textOf(text)]));
}
