import brand from '#app/modules/brand/ui/i18n/en.json' with { type: 'json' };
import brandZh from '#app/modules/brand/ui/i18n/zh-CN.json' with { type: 'json' };
import effect from '#app/modules/effect/ui/i18n/en.json' with { type: 'json' };
import effectZh from '#app/modules/effect/ui/i18n/zh-CN.json' with { type: 'json' };
import home from '#app/modules/home/i18n/en.json' with { type: 'json' };
import homeZh from '#app/modules/home/i18n/zh-CN.json' with { type: 'json' };
import hours from '#app/modules/hours/ui/i18n/en.json' with { type: 'json' };
import hoursZh from '#app/modules/hours/ui/i18n/zh-CN.json' with { type: 'json' };
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
import messages from '#app/modules/outbox/ui/i18n/en.json' with { type: 'json' };
import messagesZh from '#app/modules/outbox/ui/i18n/zh-CN.json' with { type: 'json' };
import parcels from '#app/modules/parcels/ui/i18n/en.json' with { type: 'json' };
import parcelsZh from '#app/modules/parcels/ui/i18n/zh-CN.json' with { type: 'json' };
import report from '#app/modules/parcels/ui/report/i18n/en.json' with { type: 'json' };
import reportZh from '#app/modules/parcels/ui/report/i18n/zh-CN.json' with { type: 'json' };
import peak from '#app/modules/peak/ui/i18n/en.json' with { type: 'json' };
import peakZh from '#app/modules/peak/ui/i18n/zh-CN.json' with { type: 'json' };
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
import shell from '#app/ui/i18n/en.json' with { type: 'json' };
import shellZh from '#app/ui/i18n/zh-CN.json' with { type: 'json' };

/** What the admin's rooms say, language by language. */
export const adminWords = {
  en: { shell, brand, effect, exchanges, home, hours, labels, orders, messages, notices, noticeRules, parcels, peak, problems, promises, report, returnPolicy, returnFigures, returnRequests, returnSignals, returns, sending, settings, staff, trackingSettings, whatsAppTemplates },
  'zh-CN': { shell: shellZh, brand: brandZh, effect: effectZh, exchanges: exchangesZh, home: homeZh, hours: hoursZh, labels: labelsZh, orders: ordersZh, messages: messagesZh, notices: noticesZh, noticeRules: noticeRulesZh, parcels: parcelsZh, peak: peakZh, problems: problemsZh, promises: promisesZh, report: reportZh, returnPolicy: returnPolicyZh, returnFigures: returnFiguresZh, returnRequests: returnRequestsZh, returnSignals: returnSignalsZh, returns: returnsZh, sending: sendingZh, settings: settingsZh, staff: staffZh, trackingSettings: trackingSettingsZh, whatsAppTemplates: whatsAppTemplatesZh },
};
