export { checkSendingDomain, checkSendingDomainJob } from './domain/check-sending-domain.server.ts';
export { forgetSendingDomain, saveSendingDomain } from './domain/save-sending-domain.server.ts';
export { findMailAccount, mailNews, type RecordProviderEvent } from './mail/mail-news.server.ts';
export { forgetMailAccount, saveMailAccount } from './mail/save-mail-account.server.ts';
export { createProviderDoor } from './provider-door.server.ts';
export { shopMailer } from './shop-mailer.server.ts';
export { changeSending } from './change-sending.server.ts';
export { sendingView, type SendingView } from './sending-view.server.ts';
