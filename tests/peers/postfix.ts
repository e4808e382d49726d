import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createMailer, type Mailer, type MailMessage } from '../../app/platform/mail/mailer.server.ts';
import { freePort } from '../../sandbox/machine/postgres.ts';

const nobody = 65_534;

/** A Postfix for the tests of one file, and our own mailer before it. */
export function mailThroughPostfix() {
  const parts: { postfix?: Awaited<ReturnType<typeof startPostfix>>; mailer?: Mailer } = {};
  beforeAll(async () => {
    parts.postfix = await startPostfix();
    parts.mailer = createMailer({ smtpUrl: parts.postfix.url, from: 'care@aftercare.example', log: createLog('silent', 'test') });
  });
  afterAll(async () => {
    parts.mailer?.close();
    await parts.postfix?.stop();
  });
  return {
    mailer(): Mailer {
      if (!parts.mailer) throw new Error('Postfix did not start.');
      return parts.mailer;
    },
    /** Sends it; answers it as it was delivered. */
    async through(message: MailMessage): Promise<Buffer> {
      await this.mailer().send(message);
      return this.delivered();
    },
    delivered(): Promise<Buffer> {
      if (!parts.postfix) throw new Error('Postfix did not start.');
      return parts.postfix.delivered();
    },
  };
}

/** A real Postfix in a folder of its own that takes mail for `example.com` and keeps it in a Maildir; what else it is to do comes as its own settings. */
export async function startPostfix({ settings = [], services = [] }: { settings?: readonly string[]; services?: readonly string[] } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'aftercare-postfix-'));
  const folder = (name: string) => join(home, name);
  const port = await freePort();
  const owner = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
  chmodSync(home, 0o755);
  for (const name of ['etc', 'queue', 'data', 'mail']) mkdirSync(folder(name));
  chownSync(folder('data'), owner, owner);
  chownSync(folder('mail'), nobody, nobody);
  for (const name of ['postfix-files', 'dynamicmaps.cf']) if (existsSync(`/etc/postfix/${name}`)) copyFileSync(`/etc/postfix/${name}`, folder(`etc/${name}`));
  writeFileSync(folder('etc/main.cf'), [mainSettings({ queue: folder('queue'), data: folder('data'), mail: folder('mail'), log: folder('mail.log') }), ...settings, ''].join('\n'));
  writeFileSync(folder('etc/master.cf'), [serviceTable(port), ...services, ''].join('\n'));

  const master = spawn('/usr/sbin/postfix', ['-c', folder('etc'), 'start-fg'], { stdio: 'ignore' });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 100) throw new Error(`Postfix did not start:\n${existsSync(folder('mail.log')) ? readFileSync(folder('mail.log'), 'utf8') : 'no log'}`);
    await pause(200);
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    /** The next mail that is delivered, as it lies in the Maildir. */
    async delivered(): Promise<Buffer> {
      const inbox = folder('mail/all/new');
      for (let tries = 0; tries < 100; tries += 1) {
        const [name] = existsSync(inbox) ? readdirSync(inbox) : [];
        if (name !== undefined) {
          const mail = readFileSync(join(inbox, name));
          rmSync(join(inbox, name));
          return mail;
        }
        await pause(100);
      }
      throw new Error(`Nothing was delivered:\n${readFileSync(folder('mail.log'), 'utf8').slice(-2_000)}`);
    },
    log: () => readFileSync(folder('mail.log'), 'utf8'),
    async stop(): Promise<void> {
      const gone = new Promise((done) => master.once('exit', done));
      execFileSync('/usr/sbin/postfix', ['-c', folder('etc'), 'stop'], { stdio: 'ignore' });
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function mainSettings({ queue, data, mail, log }: Record<'queue' | 'data' | 'mail' | 'log', string>): string {
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${queue}`,
    `data_directory = ${data}`,
    `maillog_file = ${log}`,
    `maillog_file_prefixes = ${tmpdir()}`,
    'myhostname = mx.example.com',
    'mydestination =',
    'alias_maps =',
    'alias_database =',
    'inet_interfaces = loopback-only',
    'inet_protocols = ipv4',
    'smtpd_relay_restrictions = reject_unauth_destination',
    'virtual_mailbox_domains = example.com',
    'virtual_mailbox_maps = static:all/',
    `virtual_mailbox_base = ${mail}`,
    `virtual_uid_maps = static:${nobody}`,
    `virtual_gid_maps = static:${nobody}`,
    '',
  ].join('\n');
}

/** Only what taking and keeping mail needs; nothing that sends. */
function serviceTable(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const line = createConnection(port, '127.0.0.1');
    line.once('data', (said) => {
      line.destroy();
      resolve(said.toString('utf8').startsWith('220'));
    });
    line.once('error', () => resolve(false));
  });
}
