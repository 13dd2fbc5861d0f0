import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { OperatorFault } from '../operator-fault.ts';
import { gatewayFrom, gatewaySms } from './gateway.ts';

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer = { status: 200, body: '{}' };

const carrier = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
});
await new Promise<void>((ready) => carrier.listen(0, '127.0.0.1', ready));
afterAll(() => carrier.close());
const url = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}/send`;

beforeEach(() => {
  received.length = 0;
});

describe('the gateway', () => {
  test('is posted phone and text, with the token', async () => {
    answer = { status: 202, body: '' };
    expect(await gatewaySms({ url, token: 'secret' }).send('19900000042', '【惠家】您好')).toEqual({ kind: 'sent' });
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { phone: '19900000042', text: '【惠家】您好' },
    ]);
    expect(received[0]?.headers.authorization).toBe('Bearer secret');
  });

  test.each([
    [400, '{"reason":"空号"}', '空号'],
    [404, 'no such page', 'HTTP 404'],
    [422, '{"reason":7}', 'HTTP 422'],
  ])('that answers %i refuses for good: %s', async (status, body, why) => {
    answer = { status, body };
    expect(await gatewaySms({ url }).send('19900000042', '您好')).toEqual({ kind: 'refused', why });
  });

  test.each([408, 429, 500, 503])('that answers %i is tried again', async (status) => {
    answer = { status, body: '{}' };
    await expect(gatewaySms({ url }).send('19900000042', '您好')).rejects.toThrow(`answered ${status}`);
  });

  test('that can’t be reached is tried again', async () => {
    await expect(gatewaySms({ url: 'http://127.0.0.1:1/send' }).send('19900000042', '您好')).rejects.toThrow();
  });
});

describe('the operator', () => {
  test('names the gateway in the environment, with or without a token', () => {
    expect(gatewayFrom({ HUIJIA_SMS_URL: url })).toEqual({ url });
    expect(gatewayFrom({ HUIJIA_SMS_URL: url, HUIJIA_SMS_TOKEN: 'secret' })).toEqual({ url, token: 'secret' });
    expect(gatewayFrom({})).toBeUndefined();
  });

  test.each(['sms.example.gov.cn', 'ftp://sms.example.gov.cn/', ''.padEnd(3, '?')])(
    'hears that %s is no address',
    (wrong) => {
      expect(() => gatewayFrom({ HUIJIA_SMS_URL: wrong })).toThrow(OperatorFault);
    },
  );
});
