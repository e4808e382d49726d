import { describe, expect, it } from 'vitest';
import { promiseSetting, promisesView, savePromises } from '#app/modules/inbox/index.server.ts';
import { PromisesPage } from '#app/modules/inbox/promises/ui/promises-page.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';
import { openInboxStage, seededStaff } from '../inbox-stage.ts';

const stage = await openInboxStage();

describe('the page of promises', () => {
  it('shows what the contact form says of its own promise, under its name, and when whoever writes on each channel hears', async () => {
    const ctx = await stage.newShop();
    const form = new FormData();
    const { form: usual, ...others } = promiseSetting.initial;
    form.set('value', JSON.stringify({ ...others, form: { ...usual, first_reply: 120 } }));
    form.set('version', '0');
    await savePromises(ctx, form, seededStaff.owner);
    const view = await promisesView(ctx);
    expect(view.published.find(({ locale }) => locale === 'en')?.text).toContain('within 2 business hours');
    const [mail, contact] = view.expected;
    expect([mail?.channel, contact?.channel, Number(contact?.at) < Number(mail?.at)]).toEqual(['email', 'form', true]);
    const html = render({ path: '/app/settings/promises', children: <PromisesPage view={view} /> });
    const text = textOf(html);
    // What promises count by is set elsewhere.
    expect(html).toContain('href="/app/settings/hours"');
    expect(text).toMatch(/Contact form\s*We usually answer within 2 business hours/);
    expect(text).toContain('Contact form: whoever writes now');
  });
});
