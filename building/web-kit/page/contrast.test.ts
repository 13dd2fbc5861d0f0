import { expect, test } from 'vitest';
import { stylesheetText } from '../assets.ts';

const css = await stylesheetText();
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
);

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function token(name: string): string {
  const hex = tokens.get(name);
  if (hex === undefined) throw new Error(`No such token: ${name}`);
  return hex;
}

test.each([
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'wash'],
  ['ink', 'wait-wash'],
  ['ink', 'late-wash'],
  ['ink', 'arrived-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'wash'],
  ['persimmon', 'paper'],
  ['persimmon', 'surface'],
  ['persimmon', 'persimmon-wash'],
  ['surface', 'persimmon'],
  ['surface', 'persimmon-deep'],
  ['arrived', 'arrived-wash'],
  ['late', 'late-wash'],
  ['late', 'paper'],
  ['wait', 'wait-wash'],
])('%s on %s is read by weak eyes: 7:1', (text, ground) => {
  expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(7);
});

test.each([
  ['edge', 'surface'],
  ['edge', 'paper'],
  ['focus', 'paper'],
])('%s is seen on %s: 3:1', (line, ground) => {
  expect(contrast(token(line), token(ground))).toBeGreaterThanOrEqual(3);
});

test('no page may load or write a style of its own, so nothing in the sheet is fetched from elsewhere', () => {
  expect(css).not.toMatch(/url\(|@import/);
});
