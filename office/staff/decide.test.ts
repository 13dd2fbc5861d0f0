import type { County } from '../../values/division.ts';
import { describe, expect, test } from 'vitest';
import { division } from '../../values/division.ts';
import type { OfficeId, StaffId } from '../../values/id.ts';
import type { Duty } from '../hall/who/duty.ts';
import type { StaffSession } from '../hall/who/session.ts';
import { dutyWords, fourPowers, groundDuties } from '../hall/who/duty.ts';
import { decideGrant, decidePassword, dutyRefusalWords } from './decide.ts';
import { actingFor, whoMayWords } from '../hall/who/acting-for.ts';
import { sessionStanding } from '../hall/who/standing.ts';

const county = division('990101000000');
const liutang = division('990101101000');
const shiqiao = division('990101102000');
const [anna, bao] = ['a', 'b'] as unknown as readonly [StaffId, StaffId];

describe('a session', () => {
  const since = new Date('2026-03-02T09:00:00+08:00');
  const family = { kind: 'family', seenAt: since, expiresAt: new Date('2026-03-09T09:00:00+08:00') } as const;

  test('of a family lasts eight hours without use', () => {
    expect(sessionStanding(family, new Date('2026-03-02T16:59:59+08:00'))).toBe('open');
    expect(sessionStanding(family, new Date('2026-03-02T17:00:00+08:00'))).toBe('expired');
  });

  test('of a family ends after seven days however much it is used', () => {
    const used = { ...family, seenAt: new Date('2026-03-09T08:59:00+08:00') };
    expect(sessionStanding(used, new Date('2026-03-09T08:59:59+08:00'))).toBe('open');
    expect(sessionStanding(used, new Date('2026-03-09T09:00:00+08:00'))).toBe('expired');
  });

  test('tells why it was ended rather than that it is old', () => {
    const ended = { ...family, endedBecause: 'password-changed' } as const;
    expect(sessionStanding(ended, new Date('2027-01-01T00:00:00+08:00'))).toBe('password-changed');
  });
});

describe('whoever acts', () => {
  const session = sessionWith('review', 'receive');

  test('acts by the first of the duties asked for that they hold', () => {
    const found = actingFor(session, ['confirm', 'receive', 'review'], { key: 'handle-case', ref: '禾 2026-000001' });
    expect(found).toMatchObject({
      kind: 'acting',
      acting: { duty: 'receive', division: liutang, purpose: { key: 'handle-case', ref: '禾 2026-000001' } },
    });
  });

  test('is told who may, in both languages, when they hold none of them', () => {
    expect(actingFor(session, ['confirm'])).toEqual({ kind: 'no-such-duty' });
    expect(whoMayWords(groundDuties, ['confirm'])).toMatchObject({
      'zh-CN': '这一步由承担“确认”职责的工作人员办理，您没有这项职责。',
      en: 'This is done by staff whose duty is to confirm; it is not one of yours.',
    });
  });
});

describe('a duty', () => {
  const grantor = { id: anna, division: county };

  test('is granted to another within one’s division', () => {
    expect(decideGrant(grantor, { id: bao, duties: [] }, { duty: 'confirm', division: liutang }, groundDuties)).toEqual(
      {
        kind: 'may-be-granted',
      },
    );
  });

  test('that no desk introduces is granted to nobody', () => {
    const wanted = { duty: 'lost-property/keep', division: liutang } as const;
    expect(decideGrant(grantor, { id: bao, duties: [] }, wanted, groundDuties)).toEqual({ kind: 'unknown-duty' });
  });

  test('is never granted to oneself', () => {
    expect(
      decideGrant(grantor, { id: anna, duties: [] }, { duty: 'confirm', division: liutang }, groundDuties),
    ).toEqual({
      kind: 'to-oneself',
    });
  });

  test('is not granted beyond one’s own division', () => {
    const local = { id: anna, division: liutang };
    expect(decideGrant(local, { id: bao, duties: [] }, { duty: 'receive', division: shiqiao }, groundDuties)).toEqual({
      kind: 'beyond-own-division',
    });
  });

  const pairs = fourPowers.flatMap((held) =>
    fourPowers.filter((wanted) => wanted !== held).map((wanted) => [held, wanted] as const),
  );
  test.each(pairs)('of %s can’t be joined by %s: the four powers stay apart', (held, wanted) => {
    const outcome = decideGrant(grantor, { id: bao, duties: [held] }, { duty: wanted, division: county }, groundDuties);
    expect(outcome).toEqual({ kind: 'four-powers-combined', held });
    if (outcome.kind === 'may-be-granted') throw new Error('It was refused');
    expect(dutyRefusalWords(outcome, wanted, groundDuties)['zh-CN']).toContain(
      `已承担“${dutyWords(groundDuties, held)['zh-CN']}”，不能再加“${dutyWords(groundDuties, wanted)['zh-CN']}”`,
    );
  });

  test('of the four powers may move to another division', () => {
    expect(
      decideGrant(grantor, { id: bao, duties: ['confirm'] }, { duty: 'confirm', division: liutang }, groundDuties),
    ).toEqual({
      kind: 'may-be-granted',
    });
  });

  test('beside a power may be any that is no power', () => {
    expect(
      decideGrant(grantor, { id: bao, duties: ['confirm'] }, { duty: 'review', division: county }, groundDuties),
    ).toEqual({
      kind: 'may-be-granted',
    });
  });
});

describe('a new password', () => {
  test.each([
    ['a sentence fits', '河边的柳树又绿了一年', 'fits'],
    ['nine characters are too short', '123456789', 'too-short'],
    ['a character of two code units is one', '𠮷𠮷𠮷𠮷𠮷', 'too-short'],
    ['129 characters are too long', 'abcdefghij'.repeat(13).slice(0, 129), 'too-long'],
    ['four different characters are too simple', 'abcdabcdabcd', 'too-simple'],
    ['the sign-in name is no secret', 'x-Zhou.suqing-2026', 'holds-the-sign-in-name'],
    ['the old one is no new one', 'the old password', 'same-as-before'],
  ] as const)('%s', (_, chosen, kind) => {
    expect(decidePassword(chosen, 'the old password', 'zhou.suqing').kind).toBe(kind);
  });
});

function sessionWith(...duties: readonly Duty[]): StaffSession {
  const name = { code: liutang, name: { 'zh-CN': '柳塘镇', en: 'Liutang' } };
  return {
    kind: 'staff',
    county: '990101' as County,
    tokenHash: '',
    formToken: '',
    staff: { id: anna, name: '周素清', signInName: 'zhou.suqing' },
    office: { id: 'o' as OfficeId, name: { 'zh-CN': '柳塘镇服务中心', en: 'Liutang office' }, division: name },
    duties: duties.map((duty) => ({ duty, division: name })),
  };
}
