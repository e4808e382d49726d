import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How a connection goes, in order of connections; the last holds for all after it. */
type Fate = 'garbage' | 'hang-up-in-mail' | 'refuse' | 'refuse-search' | 'well';

/** An IMAP server that holds these mails and behaves as it was told. Enough of the protocol for a reader of one folder, and no more. */
export async function scriptedImap(mails: readonly Buffer[], fates: readonly Fate[], { withheld = [] }: { withheld?: readonly number[] } = {}) {
  let connections = 0;
  const lines: Socket[] = [];
  const server = createServer((socket) => {
    const fate = fates[Math.min(connections++, fates.length - 1)] ?? 'well';
    lines.push(socket);
    socket.on('error', () => undefined);
    if (fate === 'garbage') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<html>');
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE AUTH=XOAUTH2 SASL-IR] ready\r\n');
    let heard = '';
    socket.on('data', (piece) => {
      heard += piece.toString();
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        answer(socket, line, fate);
      }
    });
  });
  let idling = '';
  const answer = (socket: Socket, line: string, fate: Fate) => {
    const [tag = '', ...words] = line.split(' ');
    const said = words.join(' ').toUpperCase();
    const done = (before = '') => socket.write(`${before}${tag} OK done\r\n`);
    if (line === 'DONE') return socket.write(`${idling} OK done\r\n`);
    if (said.startsWith('LOGIN')) return fate === 'refuse' ? socket.write(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`) : done();
    if (said.startsWith('CAPABILITY')) return done('* CAPABILITY IMAP4rev1 IDLE AUTH=XOAUTH2 SASL-IR\r\n');
    if (said.startsWith('LIST') || said.startsWith('LSUB')) return done('* LIST (\\HasNoChildren) "/" "INBOX"\r\n');
    if (said.startsWith('EXAMINE')) return done(`* ${mails.length} EXISTS\r\n* OK [UIDVALIDITY 7] uids\r\n* OK [UIDNEXT ${mails.length + 1}] next\r\n* FLAGS (\\Seen)\r\n`);
    if (said.startsWith('UID SEARCH') && fate === 'refuse-search') return socket.write(`${tag} NO [SERVERBUG] not now\r\n`);
    if (said.startsWith('UID SEARCH')) return done(`* SEARCH ${mails.map((_, at) => at + 1).reverse().join(' ')}\r\n`);
    if (said.startsWith('UID FETCH')) {
      const uid = Number(words[2]);
      if (withheld.includes(uid)) return socket.write(`${tag} NO The mail cannot be converted\r\n`);
      const mail = mails[uid - 1] ?? Buffer.alloc(0);
      socket.write(`* ${uid} FETCH (UID ${uid} BODY[]<0> {${mail.length}}\r\n`);
      if (fate === 'hang-up-in-mail') return socket.end(mail.subarray(0, mail.length / 2));
      socket.write(mail);
      return done(')\r\n');
    }
    if (said.startsWith('IDLE')) {
      idling = tag;
      return socket.write('+ idling\r\n');
    }
    return done();
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    stop: () => {
      for (const line of lines) line.destroy();
      return new Promise((closed) => server.close(closed));
    },
  };
}
