import { customerAddressCreate } from '#sandbox/world/commands/customer-address-create.ts';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { customerDelete } from '#sandbox/world/commands/customer-delete.ts';
import { customerEmailMarketingConsentUpdate } from '#sandbox/world/commands/customer-email-marketing-consent-update.ts';
import { customerMerge } from '#sandbox/world/commands/customer-merge.ts';
import { customerSmsMarketingConsentUpdate } from '#sandbox/world/commands/customer-sms-marketing-consent-update.ts';
import { customerUpdate } from '#sandbox/world/commands/customer-update.ts';
import { honours, type Resolver } from '../resolver.ts';
import { command, type InputOf, perform } from './command.ts';
import { ADDRESS_INPUT, CONSENT_INPUT, CUSTOMER_INPUT, prefixed } from './honoured-inputs.ts';

/** Mutations of customers. */
export const customerMutations: Record<string, Resolver> = {
  customerCreate: command(
    prefixed('input', [...CUSTOMER_INPUT, ...prefixed('addresses', ADDRESS_INPUT), ...prefixed('emailMarketingConsent', CONSENT_INPUT), ...prefixed('smsMarketingConsent', CONSENT_INPUT), ...prefixed('whatsAppMarketingConsent', ['state', 'optInLevel', 'updatedAt'])]),
    (change, args: { input: InputOf<typeof customerCreate> }) => customerCreate(change, args.input),
  ),
  customerUpdate: command(prefixed('input', ['id', ...CUSTOMER_INPUT]), (change, args: { input: InputOf<typeof customerUpdate> }) => customerUpdate(change, args.input)),
  customerDelete: honours(['input.id'], (_source, args: { input: InputOf<typeof customerDelete> }, context) => ({
    ...perform(context, (change) => customerDelete(change, args.input)),
    shop: context.world.shop,
  })),
  customerMerge: honours(['customerOneId', 'customerTwoId'], (_source, args: Record<string, unknown> & InputOf<typeof customerMerge>, context) => {
    const answer = perform(context, (change) => customerMerge(change, args));
    return { ...answer, job: answer.resultingCustomerId === null ? null : context.jobs.start(() => {}) };
  }),
  customerAddressCreate: command(['customerId', ...prefixed('address', ADDRESS_INPUT), 'setAsDefault'], customerAddressCreate),
  customerEmailMarketingConsentUpdate: command(
    ['input.customerId', ...prefixed('input.emailMarketingConsent', CONSENT_INPUT)],
    (change, args: { input: InputOf<typeof customerEmailMarketingConsentUpdate> }) => customerEmailMarketingConsentUpdate(change, args.input),
  ),
  customerSmsMarketingConsentUpdate: command(
    ['input.customerId', ...prefixed('input.smsMarketingConsent', CONSENT_INPUT)],
    (change, args: { input: InputOf<typeof customerSmsMarketingConsentUpdate> }) => customerSmsMarketingConsentUpdate(change, args.input),
  ),
};
