import { type County, type Division, division } from '../../values/division.ts';
import type { Localized } from '../../values/language.ts';

/** A division of the invented county. */
export interface Place {
  readonly code: Division;
  readonly name: Localized;
}

export interface Village extends Place {
  readonly township: Place;
  /** How many families live here beside the others, roughly. */
  readonly weight: number;
}

/** A county of the invented province, with all that lies in it. */
export interface SamplePlaces {
  readonly county: Place;
  readonly townships: readonly Place[];
  readonly villages: readonly Village[];
  /** Every division, from the province down. */
  readonly all: readonly Place[];
}

/** The divisions above, so that a code can be shown in full. */
const above: readonly Place[] = [
  { code: division('990000000000'), name: { 'zh-CN': '样例省', en: 'Sample Province' } },
  { code: division('990100000000'), name: { 'zh-CN': '样例市', en: 'Sample City' } },
];

/**
 * Townships (1xx 镇, 2xx 乡) with their communities (0xx 社区) and villages (2xx 村), as GB/T 10114 numbers them.
 * All names are invented from common elements of Chinese place names.
 */
const written: readonly (readonly [digits: string, zh: string, en: string, communities: string, villages: string])[] = [
  [
    '101',
    '柳塘镇',
    'Liutang Town',
    '柳塘 Liutang, 新桥 Xinqiao',
    '东庄 Dongzhuang, 西坝 Xiba, 石桥 Shiqiao, 上河 Shanghe, 下河 Xiahe, 柳林 Liulin, 荷花 Hehua, 双井 Shuangjing, 大圩 Dawei, 前湾 Qianwan, 后湾 Houwan',
  ],
  [
    '102',
    '石门镇',
    'Shimen Town',
    '石门 Shimen, 南关 Nanguan',
    '青石 Qingshi, 白岩 Baiyan, 老鹰坡 Laoyingpo, 杏花 Xinghua, 马鞍 Maan, 红土 Hongtu, 松坪 Songping, 竹园 Zhuyuan, 龙泉 Longquan, 三岔 Sancha',
  ],
  [
    '103',
    '清河镇',
    'Qinghe Town',
    '清河 Qinghe, 码头 Matou',
    '沙洲 Shazhou, 渔家 Yujia, 芦苇荡 Luweidang, 北渡 Beidu, 南渡 Nandu, 长堤 Changdi, 杨家湾 Yangjiawan, 陈家圩 Chenjiawei, 水磨 Shuimo, 月亮湖 Yuelianghu',
  ],
  [
    '104',
    '麦川镇',
    'Maichuan Town',
    '麦川 Maichuan, 粮站 Liangzhan',
    '丰收 Fengshou, 五谷 Wugu, 麦岭 Mailing, 稻香 Daoxiang, 棉花 Mianhua, 大田 Datian, 井头 Jingtou, 李家庄 Lijiazhuang, 赵家庄 Zhaojiazhuang, 孙家集 Sunjiaji',
  ],
  [
    '105',
    '云溪镇',
    'Yunxi Town',
    '云溪 Yunxi',
    '溪口 Xikou, 茶山 Chashan, 白云 Baiyun, 雾峰 Wufeng, 桃源 Taoyuan, 古樟 Guzhang, 瓦窑 Wayao, 梅子岭 Meiziling, 樟木 Zhangmu',
  ],
  [
    '106',
    '南岭镇',
    'Nanling Town',
    '南岭 Nanling',
    '岭脚 Lingjiao, 半山 Banshan, 黄泥 Huangni, 石板 Shiban, 高坪 Gaoping, 枫树 Fengshu, 凉亭 Liangting, 新田 Xintian, 旧县 Jiuxian',
  ],
  [
    '201',
    '白杨乡',
    'Baiyang Township',
    '',
    '白杨 Baiyang, 黑土 Heitu, 窑洞 Yaodong, 羊圈湾 Yangjuanwan, 二道沟 Erdaogou, 三道沟 Sandaogou, 草滩 Caotan, 北坡 Beipo, 沙柳 Shaliu, 泉眼 Quanyan',
  ],
  [
    '202',
    '枣林乡',
    'Zaolin Township',
    '',
    '枣林 Zaolin, 红枣 Hongzao, 土楼 Tulou, 官道 Guandao, 驿站 Yizhan, 磨盘 Mopan, 槐树 Huaishu, 梨园 Liyuan, 十里铺 Shilipu, 望乡 Wangxiang, 新村 Xincun',
  ],
];

/** Towns and villages of one name are found in every province: a second county has those of the first, below a code and name of its own. */
function placesOf(code: County, name: Localized): SamplePlaces {
  const county: Place = { code: division(`${code}000000`), name };
  const places = written.map(([digits, zh, en, communities, rural]) => {
    const township: Place = { code: division(`${code}${digits}000`), name: { 'zh-CN': zh, en } };
    return { township, villages: villagesOf(township, communities, rural) };
  });
  const townships = places.map(({ township }) => township);
  const villages = places.flatMap((place) => place.villages);
  return { county, townships, villages, all: [...above, county, ...townships, ...villages] };
}

function villagesOf(township: Place, communities: string, rural: string): readonly Village[] {
  const pairs = (list: string): string[][] => (list === '' ? [] : list.split(', ').map((pair) => pair.split(' ')));
  const place =
    (first: number, zhKind: string, enKind: string, weight: number) =>
    ([zh = '', en = '']: string[], n: number): Village => ({
      code: division(`${township.code.slice(0, 9)}${String(first + n).padStart(3, '0')}`),
      name: { 'zh-CN': `${zh}${zhKind}`, en: `${en} ${enKind}` },
      township,
      weight,
    });
  return [
    ...pairs(communities).map(place(1, '社区', 'Community', 3)),
    ...pairs(rural).map(place(201, '村', 'Village', 1)),
  ];
}

/** 99 is no province of GB/T 2260: nothing here can be taken for a real place. */
export const hean = placesOf('990101' as County, { 'zh-CN': '禾安县', en: "He'an County" });
const qiyun = placesOf('990102' as County, { 'zh-CN': '栖云县', en: 'Qiyun County' });

/** The invented counties, the one that every sample has first. */
export const sampleCounties: readonly SamplePlaces[] = [hean, qiyun];

/** The places of an invented county. Throws for a county that is none of them. */
export function samplePlaces(county: County): SamplePlaces {
  const found = sampleCounties.find((places) => places.county.code.startsWith(county));
  if (found === undefined) throw new Error(`No invented county has the code ${county}`);
  return found;
}

/** `柳塘镇东庄村`, as people say it. */
export function spokenName(village: Village): Localized {
  return {
    'zh-CN': `${village.township.name['zh-CN']}${village.name['zh-CN']}`,
    en: `${village.name.en}, ${village.township.name.en}`,
  };
}
