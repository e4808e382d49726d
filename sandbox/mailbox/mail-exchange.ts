import { createTransport } from 'nodemailer';

/** Whose server takes a domain's mail, as its MX record would say. */
export interface MailExchange {
  domain: string;
  port: number;
}

/** Hands mail for the domain on to its own server; what that server does not take goes no further. */
export function createMailExchange({ domain, port }: MailExchange): { passOn(raw: Buffer, envelope: { from: string; to: string[] }): Promise<void>; close(): void } {
  const server = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: 4 });
  return {
    async passOn(raw, { from, to }) {
      const mine = to.filter((address) => address.toLowerCase().endsWith(`@${domain}`));
      if (mine.length > 0) await server.sendMail({ envelope: { from, to: mine }, raw }).catch(() => undefined);
    },
    close: () => server.close(),
  };
}
