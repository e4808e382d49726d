import { createTransport } from 'nodemailer';

/** Whose server takes a domain's mail, as its MX record would say. */
export interface MailExchange {
  domain: string;
  port: number;
}

/** Hands mail for the domain on to its own server. True where that server took it and it is for nobody else. */
export function createMailExchange({ domain, port }: MailExchange): { passOn(raw: Buffer, envelope: { from: string; to: string[] }): Promise<boolean>; close(): void } {
  const server = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: 4 });
  return {
    async passOn(raw, { from, to }) {
      const mine = to.filter((address) => address.toLowerCase().endsWith(`@${domain}`));
      if (mine.length === 0) return false;
      const taken = await server.sendMail({ envelope: { from, to: mine }, raw }).then(({ rejected }) => rejected.length === 0, () => false);
      return taken && mine.length === to.length;
    },
    close: () => server.close(),
  };
}
