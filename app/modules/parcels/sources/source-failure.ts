/** `key`: not let in; `quota`: the account is used up; `slow_down`: asked too often; `down`: no sensible answer. */
export type FailureKind = 'key' | 'quota' | 'slow_down' | 'down';

/** A call to a source failed as a whole; nothing is known about any single parcel. */
export class SourceFailure extends Error {
  readonly kind: FailureKind;
  /** How long the source asks us to wait, in milliseconds. */
  readonly retryAfter: number | null;

  constructor(kind: FailureKind, words: string, retryAfter: number | null = null) {
    super(words);
    this.name = 'SourceFailure';
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}
