import { hour, minute } from '#app/kernel/time.ts';
import type { ShownPromise } from '#app/modules/journal/index.server.ts';
import type { Letter } from './letter.ts';

export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'dropped' | 'unknown';
/** What a message can be looked for by: where it stands, or what became of it after it left. */
export type MessageResult = MessageState | 'came_back' | 'followed';
export const categories = ['service', 'review', 'announcement'] as const;
export type Category = (typeof categories)[number];
/** The ways out. What goes by a courier is not words but what its service makes words of. */
export const couriers = ['whatsapp', 'klaviyo', 'flow'] as const;
export type CourierChannel = (typeof couriers)[number];
export const channels = ['email', 'sms', ...couriers] as const;
export type Channel = (typeof channels)[number];

/** Which rule holds a message back or dropped it; the admin has words for each. */
export const heldReasons = ['no_address', 'expired', 'overtaken', 'suppressed', 'opted_out', 'test_order', 'cancelled_order', 'imported_order', 'not_true', 'not_yet', 'quiet_hours', 'window'] as const;
export type HeldBy = (typeof heldReasons)[number];

/** By what kind of address the reader of a stored message is known: who is told by Klaviyo or Flow is known by their email address. */
export const toChannel = (stored: string): 'email' | 'sms' | 'whatsapp' => (stored === 'sms' || stored === 'whatsapp' ? stored : 'email');

/** What a courier's service makes a message of. */
export type Payload = { readonly [name: string]: string | number | boolean | null | readonly string[] | Payload };

/** A message somebody wants to leave for one person, ready written. */
export type OutgoingMessage = About & ({ channel: 'email'; to: string; subject: string; text: string; html: string | null; letter?: Letter } | { channel: 'sms'; to: string; text: string } | CarriedMessage);

/** `text` says what it tells, for those who read it here. */
interface CarriedMessage {
  channel: CourierChannel;
  to: string;
  text: string;
  payload: Payload;
}

interface About {
  /** What it is, named by the module that wrote it: `notices.shipped`. */
  kind: string;
  /** Why it was written, in words a merchant understands. */
  reason: string;
  /** One thing is told once: of two messages with one key, the first is the message. */
  dedupeKey: string;
  locale: string;
  orderId?: string | null;
  customerId?: string | null;
  /**
   * The fact it tells: `parcel:{shipmentId}`, `order:{id}:confirmed`. Of one topic only the newest truth leaves, and every rule of the
   * one voice holds for it. Without one it answers somebody who waits (a code, a receipt, a test).
   */
  topic?: string;
  /** Of one topic the higher rank is the newer truth and overtakes. */
  rank?: number;
  /** What kind of interest it serves; `service` unless said otherwise. */
  category?: Category;
  /** Worth waking somebody for: waits neither for the morning nor for the window. */
  urgent?: boolean;
  /** Not before then. */
  sendAfter?: Date;
  /** Worth nothing from then on: what has not left by then is dropped. */
  expiresAt?: Date;
  /** Its words are for its reader alone: the admin does not show them, and they are blanked once it left or is given up. */
  secret?: boolean;
  /** The days of delivery its words name: the order's story says that they were shown, once it left. */
  promises?: readonly ShownPromise[];
  /** Further mail headers, e.g. `Reply-To`. */
  headers?: Readonly<Record<string, string>>;
}

const pauses = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour];

/** How long to wait after so many attempts failed for the time being; null: give up. */
export function pauseAfter(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}

/** A claim older than this belongs to a worker that died: no attempt at sending takes so long. */
export const claimLease = 10 * minute;
