import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react';
import polarisZh from '@shopify/polaris/locales/zh-CN.json' with { type: 'json' };
import type { ComponentProps, ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import brand from '#app/modules/brand/ui/i18n/en.json' with { type: 'json' };
import brandZh from '#app/modules/brand/ui/i18n/zh-CN.json' with { type: 'json' };
import effect from '#app/modules/effect/ui/i18n/en.json' with { type: 'json' };
import effectZh from '#app/modules/effect/ui/i18n/zh-CN.json' with { type: 'json' };
import home from '#app/modules/home/i18n/en.json' with { type: 'json' };
import homeZh from '#app/modules/home/i18n/zh-CN.json' with { type: 'json' };
import hours from '#app/modules/hours/ui/i18n/en.json' with { type: 'json' };
import hoursZh from '#app/modules/hours/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxComplaints from '#app/modules/inbox/complaints/ui/i18n/en.json' with { type: 'json' };
import inboxComplaintsZh from '#app/modules/inbox/complaints/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxSatisfaction from '#app/modules/inbox/satisfaction/ui/i18n/en.json' with { type: 'json' };
import inboxSatisfactionZh from '#app/modules/inbox/satisfaction/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxTeams from '#app/modules/inbox/teams/ui/i18n/en.json' with { type: 'json' };
import inboxTeamsZh from '#app/modules/inbox/teams/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxReplies from '#app/modules/inbox/replies/ui/i18n/en.json' with { type: 'json' };
import inboxRepliesZh from '#app/modules/inbox/replies/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxPromises from '#app/modules/inbox/promises/ui/i18n/en.json' with { type: 'json' };
import inboxPromisesZh from '#app/modules/inbox/promises/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxDesk from '#app/modules/inbox/desk/ui/i18n/en.json' with { type: 'json' };
import inboxDeskZh from '#app/modules/inbox/desk/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxFigures from '#app/modules/inbox/figures/ui/i18n/en.json' with { type: 'json' };
import inboxFiguresZh from '#app/modules/inbox/figures/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxKeeping from '#app/modules/inbox/keeping/ui/i18n/en.json' with { type: 'json' };
import inboxKeepingZh from '#app/modules/inbox/keeping/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxSearch from '#app/modules/inbox/search/ui/i18n/en.json' with { type: 'json' };
import inboxSearchZh from '#app/modules/inbox/search/ui/i18n/zh-CN.json' with { type: 'json' };
import ticket from '#app/modules/inbox/ticket-page/ui/i18n/en.json' with { type: 'json' };
import ticketZh from '#app/modules/inbox/ticket-page/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxBeside from '#app/modules/inbox/beside/ui/i18n/en.json' with { type: 'json' };
import inboxBesideZh from '#app/modules/inbox/beside/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxDeeds from '#app/modules/inbox/deeds/ui/i18n/en.json' with { type: 'json' };
import inboxDeedsZh from '#app/modules/inbox/deeds/ui/i18n/zh-CN.json' with { type: 'json' };
import notices from '#app/modules/notices/ui/i18n/en.json' with { type: 'json' };
import noticesZh from '#app/modules/notices/ui/i18n/zh-CN.json' with { type: 'json' };
import whatsAppTemplates from '#app/modules/notices/ui/ways/i18n/en.json' with { type: 'json' };
import whatsAppTemplatesZh from '#app/modules/notices/ui/ways/i18n/zh-CN.json' with { type: 'json' };
import noticeRules from '#app/modules/notices/ui/rules/i18n/en.json' with { type: 'json' };
import noticeRulesZh from '#app/modules/notices/ui/rules/i18n/zh-CN.json' with { type: 'json' };
import orders from '#app/modules/orders/ui/i18n/en.json' with { type: 'json' };
import ordersZh from '#app/modules/orders/ui/i18n/zh-CN.json' with { type: 'json' };
import labels from '#app/modules/labels/ui/i18n/en.json' with { type: 'json' };
import labelsZh from '#app/modules/labels/ui/i18n/zh-CN.json' with { type: 'json' };
import inboxMacros from '#app/modules/inbox/macros/ui/i18n/en.json' with { type: 'json' };
import inboxMacrosZh from '#app/modules/inbox/macros/ui/i18n/zh-CN.json' with { type: 'json' };
import mailboxes from '#app/modules/inbox/mailboxes/ui/i18n/en.json' with { type: 'json' };
import mailboxesZh from '#app/modules/inbox/mailboxes/ui/i18n/zh-CN.json' with { type: 'json' };
import messages from '#app/modules/outbox/ui/i18n/en.json' with { type: 'json' };
import messagesZh from '#app/modules/outbox/ui/i18n/zh-CN.json' with { type: 'json' };
import parcels from '#app/modules/parcels/ui/i18n/en.json' with { type: 'json' };
import parcelsZh from '#app/modules/parcels/ui/i18n/zh-CN.json' with { type: 'json' };
import report from '#app/modules/parcels/ui/report/i18n/en.json' with { type: 'json' };
import reportZh from '#app/modules/parcels/ui/report/i18n/zh-CN.json' with { type: 'json' };
import peak from '#app/modules/peak/ui/i18n/en.json' with { type: 'json' };
import peakZh from '#app/modules/peak/ui/i18n/zh-CN.json' with { type: 'json' };
import gifts from '#app/modules/portal/ui/settings/i18n/en.json' with { type: 'json' };
import giftsZh from '#app/modules/portal/ui/settings/i18n/zh-CN.json' with { type: 'json' };
import problems from '#app/modules/problems/ui/i18n/en.json' with { type: 'json' };
import problemsZh from '#app/modules/problems/ui/i18n/zh-CN.json' with { type: 'json' };
import promises from '#app/modules/promises/ui/i18n/en.json' with { type: 'json' };
import promisesZh from '#app/modules/promises/ui/i18n/zh-CN.json' with { type: 'json' };
import exchanges from '#app/modules/returns/exchanges/ui/i18n/en.json' with { type: 'json' };
import exchangesZh from '#app/modules/returns/exchanges/ui/i18n/zh-CN.json' with { type: 'json' };
import returnPolicy from '#app/modules/returns/policy/ui/i18n/en.json' with { type: 'json' };
import returnPolicyZh from '#app/modules/returns/policy/ui/i18n/zh-CN.json' with { type: 'json' };
import returnFigures from '#app/modules/returns/ui/figures/i18n/en.json' with { type: 'json' };
import returnFiguresZh from '#app/modules/returns/ui/figures/i18n/zh-CN.json' with { type: 'json' };
import returnRequests from '#app/modules/returns/requests/ui/i18n/en.json' with { type: 'json' };
import returnRequestsZh from '#app/modules/returns/requests/ui/i18n/zh-CN.json' with { type: 'json' };
import returnSignals from '#app/modules/returns/ui/signals/i18n/en.json' with { type: 'json' };
import returnSignalsZh from '#app/modules/returns/ui/signals/i18n/zh-CN.json' with { type: 'json' };
import returns from '#app/modules/returns/ui/i18n/en.json' with { type: 'json' };
import returnsZh from '#app/modules/returns/ui/i18n/zh-CN.json' with { type: 'json' };
import sending from '#app/modules/sending/ui/i18n/en.json' with { type: 'json' };
import sendingZh from '#app/modules/sending/ui/i18n/zh-CN.json' with { type: 'json' };
import settings from '#app/modules/settings/i18n/en.json' with { type: 'json' };
import settingsZh from '#app/modules/settings/i18n/zh-CN.json' with { type: 'json' };
import staff from '#app/modules/staff/ui/i18n/en.json' with { type: 'json' };
import staffZh from '#app/modules/staff/ui/i18n/zh-CN.json' with { type: 'json' };
import trackingSettings from '#app/modules/tracking/ui/settings/i18n/en.json' with { type: 'json' };
import trackingSettingsZh from '#app/modules/tracking/ui/settings/i18n/zh-CN.json' with { type: 'json' };
import { AdminApp } from '#app/ui/admin-app.tsx';
import shell from '#app/ui/i18n/en.json' with { type: 'json' };
import shellZh from '#app/ui/i18n/zh-CN.json' with { type: 'json' };

type Locale = 'en' | 'zh-CN';

const words = {
  en: { shell, brand, effect, exchanges, gifts, home, hours, inboxComplaints, inboxSatisfaction, inboxTeams, inboxPromises, inboxReplies, inboxBeside, inboxDeeds, inboxDesk, inboxMacros, inboxFigures, inboxKeeping, inboxSearch, labels, mailboxes, orders, messages, notices, noticeRules, parcels, peak, problems, promises, report, returnPolicy, returnFigures, returnRequests, returnSignals, returns, sending, settings, staff, ticket, trackingSettings, whatsAppTemplates },
  'zh-CN': { shell: shellZh, brand: brandZh, effect: effectZh, exchanges: exchangesZh, gifts: giftsZh, home: homeZh, hours: hoursZh, inboxComplaints: inboxComplaintsZh, inboxSatisfaction: inboxSatisfactionZh, inboxTeams: inboxTeamsZh, inboxPromises: inboxPromisesZh, inboxReplies: inboxRepliesZh, inboxBeside: inboxBesideZh, inboxDeeds: inboxDeedsZh, inboxDesk: inboxDeskZh, inboxMacros: inboxMacrosZh, inboxFigures: inboxFiguresZh, inboxKeeping: inboxKeepingZh, inboxSearch: inboxSearchZh, labels: labelsZh, mailboxes: mailboxesZh, orders: ordersZh, messages: messagesZh, notices: noticesZh, noticeRules: noticeRulesZh, parcels: parcelsZh, peak: peakZh, problems: problemsZh, promises: promisesZh, report: reportZh, returnPolicy: returnPolicyZh, returnFigures: returnFiguresZh, returnRequests: returnRequestsZh, returnSignals: returnSignalsZh, returns: returnsZh, sending: sendingZh, settings: settingsZh, staff: staffZh, ticket: ticketZh, trackingSettings: trackingSettingsZh, whatsAppTemplates: whatsAppTemplatesZh },
};

const remix: NonNullable<ComponentProps<typeof RemixContext.Provider>['value']> = {
  manifest: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
  routeModules: {},
  future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true, v3_singleFetch: true, unstable_optimizeDeps: false, unstable_routeConfig: false },
  isSpaMode: false,
  routeDiscovery: { mode: 'initial', manifestPath: '' },
} as NonNullable<ComponentProps<typeof RemixContext.Provider>['value']>;

export const stageNow = new Date('2026-11-21T12:00:00Z');

interface Props {
  children: ReactNode;
  locale?: Locale;
  path?: string;
  /** What the screen's forms are answered with, or what answers each. */
  answer?: unknown;
  /** What the screen is answered where it asks for more by itself. */
  told?: unknown;
  /** What the page's loader throws, for error screens. */
  thrown?: { error: unknown; screen: ReactNode };
}

/** A screen in the admin of a shop in New York, as the app shows it. */
export function Stage({ children, locale = 'en', path = '/app', answer, told, thrown }: Props) {
  const admin = (screen: ReactNode) => (
    <AdminApp
      apiKey="test-key"
      locale={locale}
      words={words[locale]}
      polaris={locale === 'zh-CN' ? polarisZh : null}
      shop={{ domain: 'river-and-oak.myshopify.com', name: 'River & Oak', currency: 'USD', ianaTimezone: 'America/New_York' }}
      now={stageNow}
    >
      {screen}
    </AdminApp>
  );
  const router = createMemoryRouter(
    [{ id: 'page', path: '*', element: admin(children), ...(told === undefined ? {} : { loader: () => told }), action: ({ request }) => (typeof answer === 'function' ? answer(request) : (answer ?? null)), errorElement: admin(thrown?.screen) }],
    { initialEntries: [path], ...(told === undefined ? {} : { hydrationData: { loaderData: { page: null } } }), ...(thrown ? { hydrationData: { errors: { page: thrown.error } } } : {}) },
  );
  return (
    <RemixContext.Provider value={remix}>
      <RouterProvider router={router} />
    </RemixContext.Provider>
  );
}

/** The text of a screen as the server renders it, tags removed. */
export function textOf(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&').replace(/&#x27;/g, "'").replace(/\s+/g, ' ');
}

export function render(props: Props): string {
  return renderToString(<Stage {...props} />);
}
