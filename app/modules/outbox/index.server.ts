export { deliverMessage, type Transports } from './deliver-message.server.ts';
export { deliverJob } from './jobs.server.ts';
export { listMessages } from './list-messages.server.ts';
export type { MessageSummary } from './message-summary.ts';
export { messageDetail, type MessageDetail } from './message-detail.server.ts';
export { type Channel, messageStates, type MessageState, type OutgoingMessage } from './message.ts';
export { queueMessage, type Queued } from './queue-message.server.ts';
export { sendTestMessage } from './send-test-message.server.ts';
export { renderSystemMail, type SystemMail } from './system-mail.server.tsx';
