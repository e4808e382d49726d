export { forgetPeople } from './keeping/forget-people.server.ts';
export { removeMailFilesJob } from './keeping/jobs.ts';
export { removeMailFiles } from './keeping/remove-mail-files.server.ts';
export { personFor, type Handle, type Writer } from './people/person-for.server.ts';
export { readReplyToken, type Answered } from './replies/reply-token.ts';
export { addMessage, type AddedMessage, type NewMessage } from './tickets/add-message.server.ts';
export { changeTicket, type TicketChange, type TicketChanges } from './tickets/change-ticket.server.ts';
export { openTicket, type NewTicket } from './tickets/open-ticket.server.ts';
export { readTicketRow, type TicketRow } from './tickets/ticket-row.server.ts';
