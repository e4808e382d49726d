import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { doorName, mailOf, mailProgram, openDoorStage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
const parts: { stage?: Stage; port?: number; ctx?: Awaited<ReturnType<Stage['newShop']>> } = {};
const stage = () => parts.stage ?? fail();
const shop = () => parts.ctx ?? fail();
const port = () => parts.port ?? fail();
const fail = (): never => {
  throw new Error('The stage is not set.');
};

beforeAll(async () => {
  parts.stage = await openDoorStage();
  parts.ctx = await stage().newShop('nordlicht.myshopify.com');
  await stage().addMailbox(shop(), { address: 'care@nordlicht.example' });
  parts.port = (await stage().openDoor()).port;
});

const send = (raw: Buffer, to: string | string[], from = 'ada@example.com') => mailProgram(port()).sendMail({ envelope: { from, to }, raw });

describe('a mail handed in at our door', () => {
  it('is kept byte for byte, with its envelope and one job to read it, before its sender is told so', async () => {
    const raw = mailOf('Byte for byte');
    const { response } = await send(raw, 'Care@nordlicht.example');
    expect(response).toMatch(/^250/);
    const arrival = (await stage().arrivals(shop())).at(-1);
    expect(arrival).toMatchObject({ source: 'door', state: 'waiting', envelope_from: 'ada@example.com', envelope_to: ['Care@nordlicht.example'], size: raw.length, vouched: 'unknown' });
    expect(await stage().bytesOf(arrival?.raw_file ?? '')).toEqual(raw);
    expect(await stage().waiting('inbox.keep-mail')).toBe(1);
  });

  it('to several addresses of one shop, or handed in twice, is one', async () => {
    const before = (await stage().arrivals(shop())).length;
    await stage().addMailbox(shop(), { address: 'sales@nordlicht.example' });
    const raw = mailOf('To all of you');
    await send(raw, ['care@nordlicht.example', 'sales@nordlicht.example']);
    await send(raw, 'sales@nordlicht.example');
    const arrivals = (await stage().arrivals(shop())).slice(before);
    expect(arrivals.map(({ envelope_to }) => envelope_to)).toEqual([['care@nordlicht.example', 'sales@nordlicht.example']]);
  });

  it('reaches the shop by the key of its mailbox and with a tag behind its name', async () => {
    const { key } = await stage().addMailbox(shop(), { address: 'returns@nordlicht.example' });
    const before = (await stage().arrivals(shop())).length;
    await send(mailOf('Forwarded'), `${key}@${doorName}`);
    await send(mailOf('Answered'), 'returns+t12-abc@nordlicht.example');
    expect((await stage().arrivals(shop())).length - before).toBe(2);
  });

  it('is refused for good where nobody has the address', async () => {
    await expect(send(mailOf('Nobody'), 'nobody@nordlicht.example')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send(mailOf('Nobody'), `nokeyofanybody@${doorName}`)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('without a sender, as a bounce is, is taken', async () => {
    const before = (await stage().arrivals(shop())).length;
    await send(mailOf('Undelivered'), 'care@nordlicht.example', '');
    expect((await stage().arrivals(shop())).slice(before)).toMatchObject([{ envelope_from: '' }]);
  });

  it('waits where two shops name an address and neither has shown that it is theirs; goes to the one that has', async () => {
    const other = await stage().newShop('other.myshopify.com');
    await stage().addMailbox(shop(), { address: 'shared@nordlicht.example' });
    const box = await stage().addMailbox(other, { address: 'shared@nordlicht.example' });
    await expect(send(mailOf('Whose?'), 'shared@nordlicht.example')).rejects.toMatchObject({ responseCode: 450 });
    await other.tx((tx) => tx.$queryRaw`select app.verify_mail_door(${box.key})`);
    await send(mailOf('Yours'), 'shared@nordlicht.example');
    expect(await stage().arrivals(other)).toHaveLength(1);
  });
});

describe('what cannot be taken now is asked to come again', () => {
  it('when the file store or the database fails: nothing is acknowledged that was not kept', async () => {
    const full = { ...stage().files, put: () => Promise.reject(new Error('The disk is full.')) };
    const broken = await stage().openDoor({ files: full });
    const before = (await stage().arrivals(shop())).length;
    await expect(mailProgram(broken.port).sendMail({ envelope: { from: 'ada@example.com', to: 'care@nordlicht.example' }, raw: mailOf('Full') })).rejects.toMatchObject({ responseCode: 451 });
    expect(await stage().arrivals(shop())).toHaveLength(before);
  });

  it('when one sender sends a thousand mails at once: some are taken, the rest told to wait, and other senders are heard', async () => {
    const program = mailProgram(port(), true);
    const before = (await stage().arrivals(shop())).length;
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, at) =>
      program.sendMail({ envelope: { from: 'flood@example.net', to: 'care@nordlicht.example' }, raw: mailOf(`Flood ${at}`) }).then(() => 250, (error: { responseCode?: number }) => error.responseCode)));
    program.close();
    const taken = answers.filter((code) => code === 250).length;
    expect(new Set(answers)).toEqual(new Set([250, 450]));
    expect(taken).toBe(300);
    expect((await stage().arrivals(shop())).length - before).toBe(taken);
    await send(mailOf('Still heard'), 'care@nordlicht.example');
  }, 60_000);
});

it('a server that brings too much under ever new names uses up nothing of what its shop may be sent', async () => {
  const asked: string[] = [];
  const take = async (name: string, key: string) => {
    asked.push(`${name} ${key}`);
    return name === 'mail-caller' ? { allowed: false as const, retryAfter: 60 } : { allowed: true as const };
  };
  const { port: busy } = await stage().openDoor({ limits: { take } });
  await expect(mailProgram(busy).sendMail({ envelope: { from: 'new.name@example.net', to: 'care@nordlicht.example' }, raw: mailOf('Flood') })).rejects.toMatchObject({ responseCode: 450 });
  const shopId = shop().shop.id;
  expect(asked).toEqual([`mail-sender ${shopId}:new.name@example.net`, expect.stringMatching(`^mail-caller ${shopId}:.*127\\.0\\.0\\.1$`)]);
});

describe('a hostile sender', () => {
  /** Somebody who has heard the greeting. */
  const ring = async (at: number) => {
    const line = connect(at, '127.0.0.1');
    line.on('error', () => undefined);
    await once(line, 'data');
    return line;
  };
  const talk = async (line: Socket, words: string | Buffer, wants: RegExp) => {
    const answer = new Promise<string>((done, lost) => {
      let said = '';
      const listen = (piece: Buffer) => {
        said += piece.toString();
        if (!wants.test(said)) return;
        line.off('data', listen);
        done(said);
      };
      line.on('data', listen);
      line.once('close', () => lost(new Error(`hung up after ${said}`)));
    });
    line.write(words);
    return answer;
  };

  it('of more than 50 MB is refused for good, told so before it sends where it says the size, and costs no memory where it does not', async () => {
    const line = await ring(port());
    expect(await talk(line, 'EHLO big.example\r\n', /250 /)).toMatch(/SIZE 52428800/);
    expect(await talk(line, 'MAIL FROM:<big@example.com> SIZE=60000000\r\n', /\d{3} /)).toMatch(/^552/);
    await talk(line, 'MAIL FROM:<big@example.com>\r\n', /250 /);
    await talk(line, 'RCPT TO:<care@nordlicht.example>\r\n', /250 /);
    await talk(line, 'DATA\r\n', /354 /);
    const chunk = Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(1_000));
    for (let sent = 0; sent < 56; sent += 1) if (!line.write(chunk)) await new Promise((done) => line.once('drain', done));
    expect(await talk(line, '\r\n.\r\n', /\d{3} /)).toMatch(/^552/);
    expect(await talk(line, 'QUIT\r\n', /221/)).toMatch(/^221/);
    line.destroy();
  }, 60_000);

  it('that is silent, or sends a byte now and then for ever, is hung up on; nothing of it is kept', async () => {
    const [{ port: strict }, { port: short }] = [await stage().openDoor({ patience: { silence: 1_000 } }), await stage().openDoor({ patience: { longest: 3_000 } })];
    const before = (await stage().arrivals(shop())).length;
    const silent = await ring(strict);
    expect(String((await once(silent, 'data'))[0])).toMatch(/^421/);
    const slow = await ring(short);
    for (const words of ['EHLO slow.example', 'MAIL FROM:<slow@example.com>', 'RCPT TO:<care@nordlicht.example>', 'DATA']) await talk(slow, `${words}\r\n`, /(250|354) /);
    const drip = setInterval(() => slow.write('x'), 50);
    await once(slow, 'close');
    clearInterval(drip);
    expect(await stage().arrivals(shop())).toHaveLength(before);
  });

  it('that fills the room for all mails on their way in is asked to come later, and the room is free again', async () => {
    const { port: narrow } = await stage().openDoor({ patience: { mostAtOnce: 100_000 } });
    const large = Buffer.concat([mailOf('Large'), Buffer.from('x\r\n'.repeat(50_000))]);
    const program = mailProgram(narrow);
    await expect(program.sendMail({ envelope: { from: 'ada@example.com', to: 'care@nordlicht.example' }, raw: large })).rejects.toMatchObject({ responseCode: 451 });
    await program.sendMail({ envelope: { from: 'ada@example.com', to: 'care@nordlicht.example' }, raw: mailOf('Small') });
  });

  it('that hangs up in the middle of a mail takes no room from those who come later, however often', async () => {
    const { port: narrow } = await stage().openDoor({ patience: { mostAtOnce: 100_000 } });
    for (let turn = 0; turn < 3; turn += 1) {
      const line = await ring(narrow);
      for (const words of ['EHLO gone.example', 'MAIL FROM:<gone@example.com>', 'RCPT TO:<care@nordlicht.example>', 'DATA']) await talk(line, `${words}\r\n`, /(250|354) /);
      line.write('x\r\n'.repeat(25_000));
      await setTimeout(100);
      line.destroy();
      await setTimeout(50);
    }
    const later = { envelope: { from: 'ada@example.com', to: 'care@nordlicht.example' }, raw: Buffer.concat([mailOf('After them'), Buffer.from('x\r\n'.repeat(20_000))]) };
    // The door may not have noticed yet that the last of them is gone.
    await vi.waitFor(() => mailProgram(narrow).sendMail(later), { timeout: 10_000 });
  });

  it('behind a forward is known by the address that the forward tells', async () => {
    const { port: behind } = await stage().openDoor({ door: { port: 0, name: doorName, isBehindProxy: true, certificate: null } });
    const line = connect(behind, '127.0.0.1');
    await talk(line, 'PROXY TCP4 203.0.113.9 203.0.113.1 4711 25\r\n', /220 /);
    expect(await talk(line, 'EHLO mx.example.com\r\n', /250 /)).toContain('203.0.113.9');
    line.destroy();
  });

  it('gets nowhere with a login, and cannot relay', async () => {
    const line = await ring(port());
    await talk(line, 'EHLO relay.example\r\n', /250 /);
    expect(await talk(line, 'AUTH PLAIN AGEAYg==\r\n', /\d{3} /)).toMatch(/^5/);
    await talk(line, 'MAIL FROM:<a@example.com>\r\n', /250 /);
    expect(await talk(line, 'RCPT TO:<victim@elsewhere.example>\r\n', /\d{3} /)).toMatch(/^550/);
    line.destroy();
  });
});
