import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { day, monthsBetween, monthOf, yearOf } from '../../values/day.ts';
import { countyOf } from '../../values/division.ts';
import { readResidentId } from '../../values/resident-id.ts';
import { seasonalIndex } from './births.ts';
import { generate } from './generate.ts';
import { samplePicture } from '../pictures/pictures.ts';
import { hean } from './places.ts';
import { holderOf, staffing } from '../staff.ts';

const { all: everyPlace, townships, villages } = hean;

const today = day('2026-11-22');
const county = generate(today, 'county');
const people = county.families.flatMap((family) => family.people);
const ageOf = ({ birth }: { birth: string }): number => yearOf(today) - Number(birth.slice(0, 4));
const share = (from: number, to: number): number =>
  people.filter((person) => ageOf(person) >= from && ageOf(person) <= to).length / people.length;

describe('the sample county', () => {
  test('has at least 30,000 people in 10,000 families over 8 townships and 90 villages', () => {
    expect(people.length).toBeGreaterThanOrEqual(30_000);
    expect(county.families.length).toBeGreaterThanOrEqual(10_000);
    expect(townships).toHaveLength(8);
    expect(villages).toHaveLength(90);
    expect(new Set(county.families.map(({ residence }) => residence))).toEqual(
      new Set(villages.map(({ code }) => code)),
    );
    expect(new Set(everyPlace.map(({ code }) => code)).size).toBe(everyPlace.length);
    expect(new Set(everyPlace.map(({ name }) => name['zh-CN'])).size).toBe(everyPlace.length);
  });

  test('is the same county whenever it is generated for the same day', () => {
    expect(generate(today, 'small')).toEqual(generate(today, 'small'));
    expect(generate(today, 'small', hean, 'another seed')).not.toEqual(generate(today, 'small'));
  });

  test('has the ages of a county that the young leave and the old do not', () => {
    expect(share(0, 14)).toBeGreaterThan(0.14);
    expect(share(0, 14)).toBeLessThan(0.2);
    expect(share(15, 59)).toBeGreaterThan(0.55);
    expect(share(15, 59)).toBeLessThan(0.65);
    expect(share(60, 120)).toBeGreaterThan(0.19);
    expect(share(60, 120)).toBeLessThan(0.27);
    expect(share(20, 24)).toBeLessThan(share(40, 44));
    expect(Math.max(...people.map(ageOf))).toBeLessThan(110);
  });

  test('bears its children in the months in which the country does', () => {
    const births = seasonalIndex.map(
      (_, month) => people.filter(({ birth }) => Number(birth.slice(5, 7)) === month + 1).length,
    );
    births.forEach((count, month) => expect((count / people.length) * 1200).toBeCloseTo(seasonalIndex[month] ?? 0, -1));
    expect(births.indexOf(Math.max(...births))).toBe(9);
  });

  test('bears nobody after today, and fewer children each year since 2017', () => {
    expect(people.filter(({ birth }) => birth > today)).toEqual([]);
    const bornIn = (year: number): number => people.filter(({ birth }) => birth.startsWith(String(year))).length;
    expect(bornIn(2025)).toBeGreaterThan(120);
    expect(bornIn(2025)).toBeLessThan(bornIn(2022));
    expect(bornIn(2022)).toBeLessThan(bornIn(2017));
  });

  test('gives each person a right identity number of the day of birth, and nobody another one’s number, phone or card', () => {
    for (const { identity, birth } of people) {
      if (identity !== undefined) expect(readResidentId(identity)).toMatchObject({ kind: 'id', birth });
    }
    const cards = county.families.flatMap(({ accounts }) => accounts.map(({ number }) => number));
    for (const given of [
      people.map(({ identity }) => identity),
      people.map(({ phone }) => phone),
      people.map(({ id }) => id),
      cards,
    ]) {
      const present = given.filter((value) => value !== undefined);
      expect(present.length).toBeGreaterThan(1000);
      expect(new Set(present).size).toBe(present.length);
    }
  });

  test('links children to those who care for them: parents, one parent, grandparents, a relative, a children’s home', () => {
    const caredFor = new Map<string, string[]>();
    for (const { links } of county.families) {
      for (const { kind, to } of links) if (kind !== 'spouse') caredFor.set(to, [...(caredFor.get(to) ?? []), kind]);
    }
    const small = people.filter((person) => monthsBetween(monthOf(person.birth), monthOf(today)) < 12 * 15);
    expect(small.filter(({ id }) => !caredFor.has(id))).toEqual([]);
    const shapes = new Map<string, number>();
    for (const kinds of caredFor.values()) shapes.set(kinds.join('+'), (shapes.get(kinds.join('+')) ?? 0) + 1);
    for (const shape of ['parent', 'parent+parent', 'guardian', 'guardian+guardian'])
      expect(shapes.get(shape)).toBeGreaterThan(10);
  });

  test('holds names that poor systems break: rare characters, double surnames, a middle dot', () => {
    const names = people.map(({ name }) => name);
    expect(names.some((name) => /^(欧阳|尉迟|上官|司马|诸葛)/.test(name))).toBe(true);
    expect(names.some((name) => name.includes('·'))).toBe(true);
    expect(names.some((name) => [...name].some((sign) => sign.length === 2))).toBe(true);
    expect(names.every((name) => [...name].length >= 2 && [...name].length <= 60)).toBe(true);
  });

  test('has the same cast in both sizes, each with a phone, a child and an account', () => {
    const small = generate(today, 'small');
    expect(small.cast.map(({ part, phone, name }) => ({ part, phone, name }))).toEqual(
      county.cast.map(({ part, phone, name }) => ({ part, phone, name })),
    );
    expect(small.families.flatMap((family) => family.people).length).toBeGreaterThan(300);
    for (const member of county.cast) {
      const family = county.families.find(({ id }) => id === member.family);
      expect(family?.people.find(({ id }) => id === member.person)?.phone).toBe(member.phone);
      expect(family?.links).toContainEqual(expect.objectContaining({ from: member.person, to: member.child }));
      expect(family?.accounts.map(({ id }) => id)).toContain(member.account);
    }
  });
});

describe('the sample offices', () => {
  const offices = staffing();

  test('every division has its duty: villages receive, townships review, the county confirms, pays and supervises', () => {
    for (const { code } of villages) expect(holderOf(offices, 'receive', code).office.division).toBe(code);
    for (const { code } of townships) expect(holderOf(offices, 'review', code, 1).office.division).toBe(code);
    for (const duty of ['confirm', 'manage-funds', 'pay-out', 'supervise', 'author-policy', 'administer'] as const) {
      expect(countyOf(holderOf(offices, duty).office.division)).toBe('990101');
    }
  });

  test('nobody holds two of the four powers, and every sign-in name is one person’s and plain', () => {
    const powers = new Set(['confirm', 'manage-funds', 'pay-out', 'supervise']);
    for (const { duties } of offices.staff)
      expect(duties.filter(({ duty }) => powers.has(duty)).length).toBeLessThan(2);
    const names = offices.staff.map(({ signInName }) => signInName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9.-]{1,39}$/.test(name))).toEqual([]);
  });
});

describe('a sample photo', () => {
  test('is a whole PNG, the same for the same number and another for the next', () => {
    const picture = samplePicture(3);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const start = picture.indexOf('IDAT') + 4;
    expect(inflateSync(picture.subarray(start, picture.length - 16))).toHaveLength((840 + 1) * 600);
    expect(samplePicture(3).equals(picture)).toBe(true);
    expect(samplePicture(4).equals(picture)).toBe(false);
    expect(picture.length).toBeLessThan(20_000);
  });
});
