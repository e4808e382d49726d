import { readBrand } from '#app/modules/brand/index.server.ts';
import { shownWords, type OwnWords, type WordedMail } from '#app/modules/own-words/index.server.ts';
import { renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { stageOf } from '../in-force.ts';
import { peakSetting } from '../profile.ts';
import { peakWords } from '../words.ts';
import { writeAnnouncement, type Announced } from './announcement.ts';

const full = { shop_name: 'Shop', shop_url: 'https://example.com', announcement: 'Our busiest weeks are coming up.', last_order_day: 'Friday', arrive_by: 'Thursday' };
const dateless = { arriveBy: '', lastOrders: [], endedAt: null };

/** The announcement of a busy time as merchants word it, whichever time it announces. */
export const announcementMail: WordedMail = {
  kind: 'peak_announcement',
  trials: [full, { ...full, last_order_day: '', arrive_by: '' }],
  starting(locale: string): OwnWords {
    const { t } = peakWords([locale]);
    const shop = '{{ shop_name }}';
    const days = { last: '{{ last_order_day }}', day: '{{ arrive_by }}' };
    const whereKnown = (known: string, otherwise = '') => `{% if last_order_day != "" %}${known}${otherwise === '' ? '' : `{% else %}${otherwise}`}{% endif %}`;
    const subject = whereKnown(t('announcement.subjectLast', { shop, ...days }), t('announcement.subject', { shop }));
    return { subject, heading: t('announcement.heading'), body: `{{ announcement }}${whereKnown(`\n\n${t('orderBy', days)}`)}` };
  },
  async sample(tx, { shop, clock }, locale, own) {
    const now = clock.now();
    const { value: profiles } = await readSetting(tx, peakSetting);
    const next = profiles.filter((profile) => stageOf(profile, shop.ianaTimezone, now) !== 'over').toSorted((one, other) => one.from.localeCompare(other.from))[0];
    const today = now.toISOString().slice(0, 10);
    const announced: Announced = next ?? { name: '', from: today, to: today, ...dateless, announcement: { on: true, day: today, text: {} } };
    const { values, plain, around } = writeAnnouncement(announced, { locale, country: announced.lastOrders[0]?.country ?? null }, { shop, now });
    const { core } = shownWords(own, values, plain);
    return { subject: core.subject, ...renderCustomerMail({ ...around, ...core }, await readBrand(tx, shop)) };
  },
};
