import { after, hour } from '#app/kernel/time.ts';
import type { OpenHours } from '#app/modules/hours/index.server.ts';
import type { Fact } from './fact.ts';
import type { HeldFor } from './held-for.ts';
import { isNoticeKind, kindTerms, type NoticeKind } from './kinds.ts';
import { gathers, momentsOf, openMoment } from './moments.ts';
import { othersUntil } from './one-happening.ts';
import { isOn, rulesOf, type NoticesSetting } from './notices-setting.ts';
import type { Contentment } from './review.ts';
import { approvalKey } from './return-facts.ts';
import type { NoticeOrder } from './read-order.server.ts';
import type { PlannedNotice } from './store.server.ts';

/** What is to be done about a planned notice now. */
export type Ruling = { tell: Fact; expires: Date } | { hold: HeldFor } | { wait: Date; expires: Date };

/** What a notice is judged by. */
export interface Circumstances {
  order: NoticeOrder;
  facts: readonly Fact[];
  /** Null where nobody is asked for a review. */
  contentment: Contentment | null;
  /** Until when nobody is asked for one, as it is a busy time. */
  reviewsOffUntil: Date | null;
  /** All of the order that wait for their moment, the oldest first. */
  planned: readonly PlannedNotice[];
  setting: NoticesSetting;
  hours: OpenHours;
  now: Date;
}

/** So long after it was found open a matter is looked at again, should nothing be heard of it; so is a busy time, which may be ended sooner. */
const recheck = 12 * hour;

const aboutTrouble: ReadonlySet<NoticeKind> = new Set(['delay', 'exception', 'returning', 'preparing']);

/** Whether a planned notice leaves now, waits, or is held back, by what is true and what the merchant decided. */
export function judgeNotice(notice: PlannedNotice, known: Circumstances): Ruling {
  const { order, facts, contentment, reviewsOffUntil, planned, setting, hours, now } = known;
  const { kind } = notice;
  if (!isNoticeKind(kind)) return { hold: 'switched_off' };
  const rules = rulesOf(setting, kind);
  // What is gathered waits since the first of them.
  const first = gathers(kind, rules) === null ? notice : (planned.find((other) => other.kind === kind) ?? notice);
  const fact = facts.find(({ key }) => key === notice.fact);
  // Whoever had to be appeased is not asked for a review before the time has passed anew.
  const at = kind === 'review' && fact ? fact.at : first.happened_at;
  const { due, expires: usual } = momentsOf(kind, at, { rules, hours, incomplete: order.incomplete });
  const expires = kind === 'review' ? outlived(usual, notice, reviewsOffUntil) : usual;
  const back = kind === 'return_label' && isOn(setting, kind) ? fact?.back : undefined;
  const approval = back && planned.find((other) => other.fact === approvalKey(back));
  const withApproval = approval && fact ? withTheOther(judgeNotice(approval, known), fact, expires) : null;
  if (withApproval) return withApproval;
  if (due > now) return { wait: due, expires };
  if (!fact) return { hold: 'no_longer_true' };
  if (!isOn(setting, kind)) return { hold: 'switched_off' };
  const open = kind === 'review' && contentment?.open;
  if (expires <= now) return { hold: open ? 'something_open' : 'too_late' };
  if (open || (kind === 'review' && reviewsOffUntil !== null)) return { wait: after(now, recheck), expires };
  if (kind === 'review' && rules.reviewUrl === null) return { hold: 'no_review_page' };
  if (order.toldByStaff && aboutTrouble.has(kind)) return { hold: 'told_by_staff' };
  const others = othersUntil(fact, order, planned);
  if (others !== null && others > now) return { wait: others, expires };
  const opening = rules.inBusinessHours ? openMoment(hours, now) : now;
  return opening > now ? { wait: opening, expires } : { tell: fact, expires };
}

/** A label that is there before the approval was told is told with it; alone, where that is told no more. */
function withTheOther(approval: Ruling, tell: Fact, expires: Date): Ruling | null {
  if ('hold' in approval) return null;
  return 'wait' in approval ? { wait: approval.wait, expires } : { tell, expires };
}

/** In a busy time a request does not grow old: its end begins the life anew, and is remembered when it is over. */
function outlived(usual: Date, { expires_at: known }: PlannedNotice, busyUntil: Date | null): Date {
  return new Date(Math.max(...[usual, known, ...(busyUntil ? [after(busyUntil, kindTerms.review.life)] : [])].map(Number)));
}
