import { refundChain, storeCreditChain, type AnyChain } from '#app/modules/compensation/index.server.ts';
import { ticketAddressChain, ticketCancelChain, ticketDiscountChain, ticketGiftChain, ticketRefundChain, ticketReshipChain, ticketTagChain } from '#app/modules/inbox/index.server.ts';
import { labelChains } from '#app/modules/labels/index.server.ts';
import { disposeChain, makeReturnChain, invoiceChain, processChain, replaceReturnChain, withdrawChain } from '#app/modules/returns/index.server.ts';
import { theApp } from './app.server.ts';

/** Every kind of chain that is begun anywhere: what its steps are, and how they are looked for. */
export const chainKinds: readonly AnyChain[] = [refundChain, storeCreditChain, processChain, invoiceChain, disposeChain, makeReturnChain, replaceReturnChain, withdrawChain, ticketRefundChain, ticketGiftChain, ticketDiscountChain, ticketReshipChain, ticketCancelChain, ticketAddressChain, ticketTagChain, ...labelChains(() => theApp().labelNeeds)];
