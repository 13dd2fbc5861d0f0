import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { openShelf } from '../../../law/packs.ts';
import { describe as described } from '../../../decide/benefit-wire.ts';
import type { Language } from '../../../../../values/language.ts';
import { OpenBenefit } from './benefit.tsx';

const { packs } = await openShelf();
const benefits = packs.map(described);

const cardsOf = (html: string): readonly string[] => html.split('<div class="article">').slice(1);

test.each(['zh-CN', 'en'] as const)('each note stands with its article, and nowhere else: %s', (language: Language) => {
  expect(benefits.length).toBeGreaterThan(0);
  for (const benefit of benefits) {
    const html = renderToString(<OpenBenefit language={language} benefit={benefit} amounts={undefined} />);
    const cards = cardsOf(html);
    expect(cards).toHaveLength(benefit.articles.length);
    const noted = cards.map((card) => card.includes('class="notice calm"'));
    expect(noted).toEqual(benefit.articles.map(({ note }) => note !== undefined));
  }
});

test('the article that speaks of lawful birth says beside it that this is neither recorded nor tested', () => {
  const spoken = benefits.filter(({ articles }) => articles.some(({ text }) => text['zh-CN'].includes('依法生育')));
  expect(spoken.length).toBeGreaterThan(0);
  for (const benefit of spoken) {
    const html = renderToString(<OpenBenefit language="zh-CN" benefit={benefit} amounts={undefined} />);
    const card = cardsOf(html).find((one) => one.includes('依法生育')) ?? '';
    expect(card).toMatch(/惠家不记录、不审查这一条.*不要结婚证/);
  }
});
