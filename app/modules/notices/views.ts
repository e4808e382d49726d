import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Current } from '#app/modules/settings/index.server.ts';
import type { ChosenWays } from './act-on-rules.server.ts';
import type { AudienceCount } from './count-audience.server.ts';
import type { KindRules } from './kind-rules.ts';
import type { WordedKind } from './further/further-kinds.ts';
import type { NoticeKind } from './kinds.ts';
import type { OwnWords, SmsWords, WordsVersion } from '#app/modules/own-words/index.server.ts';
import type { Situation } from './situations.ts';
import type { WayName } from './ways/way.ts';

/** One kind as the overview shows it, with its figures of the last 30 days. */
export interface NoticeSummary {
  kind: WordedKind;
  on: boolean;
  /** The outbox sent it or is about to. */
  told: number;
  held: number;
  failed: number;
  /** Languages in which the merchant's own words are sent. */
  ownLanguages: string[];
  /** Own words failed in one of them, and the app's were sent. */
  wordsFailed: boolean;
  /** The merchant decided when it leaves or to whom. */
  ownRules: boolean;
}

/** A notice as a customer would get it. */
export interface NoticePreview {
  kind: WordedKind;
  /** How it stands, of those it can; null where it is always worded the same. */
  situation: Situation | null;
  situations: readonly Situation[];
  on: boolean;
  locale: string;
  /** The number of the order it is written about; null where the shop has none and a made-up one serves. */
  order: string | null;
  /** What was asked for is no order of this shop. */
  notFound: boolean;
  subject: string;
  html: string;
  text: string;
  /** The same as a text message; null where it goes by mail alone. */
  sms: string | null;
}

/** What a preview shows. */
export type ShownNotice = Pick<NoticePreview, 'subject' | 'html' | 'text' | 'sms'>;

/** What the editor of one kind and language begins with. */
export interface NoticeEditing {
  email: WordsEditing<OwnWords>;
  /** Null where it goes by mail alone. */
  sms: WordsEditing<SmsWords> | null;
  languages: LanguageState[];
  variables: readonly string[];
}

/** What was ever written for one way. */
export interface WordsEditing<Words> {
  /** The newest version; 0 where nothing was ever written. */
  version: number;
  own: Words | null;
  /** The words that come with the app, as a start. */
  starting: Words;
  versions: WordsVersion<Words>[];
}

/** Whose words are sent in a language, way by way. */
export interface LanguageState {
  locale: CustomerLocale;
  /** The shop speaks it to its customers. */
  spoken: boolean;
  email: 'app' | 'own' | 'failed';
  sms: 'app' | 'own' | 'failed';
}

/** When one kind is told, to whom and by what, as its page shows it. */
export interface RulesView {
  kind: NoticeKind;
  rules: Current<KindRules>;
  ways: Current<ChosenWays>;
  /** Ways that nothing is connected for yet: what is to go by them goes by mail. */
  unconnected: WayName[];
  /** Null where everybody is told. */
  count: AudienceCount | null;
  carriers: readonly { key: string; name: string }[];
}

/** What of one kind waits, and what was held back in the last 30 days before it came to the outbox. */
export interface HeldNotices {
  waiting: number;
  /** When the next of them is due. */
  next: Date | null;
  /** Each reason as `HeldFor` names it, the most frequent first. */
  reasons: { reason: string; count: number }[];
  latest: { orderId: string; orderName: string; at: Date; reason: string }[];
}

/** What a customer is still to be told, or was not. */
export interface OrderNotice {
  id: string;
  kind: NoticeKind;
  /** When it is due, or when it was held back. */
  at: Date;
  /** Null where it waits. */
  heldFor: string | null;
}
