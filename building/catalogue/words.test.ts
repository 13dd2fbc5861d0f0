import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { literalsOf, readMessage } from './message.ts';
import { become } from './taiwan.ts';
import { traditional, wordsOfTaiwan } from './traditional.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync(
  ['*/words', '*/*/words', '*/*/*/words', '*/*/*/*/words'].map((folder) => `${folder}/zh-CN.json`),
  {
    cwd: root,
  },
);

/** Every piece of Chinese of the catalogue, with the file it stands in. */
const pieces = files.flatMap((file) => {
  const texts: string[] = [];
  JSON.parse(readFileSync(join(root, file), 'utf8'), (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.flatMap((text) => literalsOf(readMessage(text)).map((piece) => ({ piece, file })));
});

test('a reader of Taiwan has confirmed every word that becomes another word', () => {
  expect(pieces.length).toBeGreaterThan(20);
  const told = pieces.flatMap(({ piece, file }) =>
    wordsOfTaiwan(piece)
      .filter(([word, became]) => become[word] !== became)
      .map(([word, became]) => `${word}: ${became}, in ${file}: ${piece}`),
  );
  expect(told).toEqual([]);
});

test.each([
  ['工作日内核对', '工作日內核對'],
  ['不知道的事实时，它会说出来', '不知道的事實時，它會說出來'],
  ['计算法定办理期限', '計算法定辦理期限'],
  ['收款账户', '收款帳戶'],
  ['身份证号码', '身分證號碼'],
  ['台账', '台帳'],
  ['惠民资金发放中心', '惠民資金發放中心'],
  ['一直发到满三周岁', '一直發到滿三週歲'],
  ['30天后删除', '30天後刪除'],
  ['行政复议', '行政復議'],
  ['写着“已到账”，卡里却没有', '寫著「已到帳」，卡裡卻沒有'],
  ['打印信息', '列印資訊'],
  ['镇服务大厅的窗口', '鎮服務大廳的窗口'],
])('%s is written %s', (simplified, inTaiwan) => {
  expect(traditional(simplified)).toBe(inTaiwan);
});
