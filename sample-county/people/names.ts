import type { Chance } from './random.ts';

export type Sex = 'female' | 'male';

/** Surnames by their approximate share of the population, in per mille (the order of the public security ministry's yearly lists). */
const surnames: readonly (readonly [string, number])[] = [
  ...shares(72, '王李'),
  ...shares(66, '张'),
  ...shares(53, '刘'),
  ...shares(45, '陈'),
  ...shares(30, '杨'),
  ...shares(21, '黄赵吴周'),
  ...shares(14, '徐孙马朱胡林郭何高罗'),
  ...shares(9, '郑梁谢宋唐许邓韩冯曹彭曾'),
  ...shares(
    6,
    '肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤',
  ),
  ...shares(1, '褚佘仇单解盖区查仝麴𠮷'),
  ['欧阳', 2],
  ['尉迟', 1],
  ['上官', 1],
  ['司马', 1],
  ['诸葛', 1],
];

function shares(each: number, characters: string): (readonly [string, number])[] {
  return [...characters].map((surname) => [surname, each] as const);
}

/** Characters of given names: a first and a second pool, so that most names come in two characters, as people's do. */
const given = {
  elder: {
    female: ['秀桂玉淑凤春兰素月美翠金菊爱惠', '兰英珍芳华莲花云娥香琴贞梅凤芝'],
    male: ['建国德志明永文世福长振光家贵宝', '国军民华林生山明德才发成福贵海'],
  },
  middle: {
    female: ['丽艳红小晓雪海静春燕敏娟文慧玲', '丽艳娟敏静芳红霞梅萍燕玲英琴蓉'],
    male: ['伟勇军志建海晓文国永俊立新少小', '伟强军勇涛斌峰辉杰鹏超刚波磊宁'],
  },
  young: {
    female: ['雨欣佳梦思诗晓静雅婉若子芷可一语', '婷怡欣琪颖雯悦萱涵琳瑶宁洁妍桐'],
    male: ['子浩宇俊文嘉志思博天家泽明一承', '轩豪宇杰涵然博文晨阳航睿哲铭远'],
  },
  child: {
    female: ['沐语梓雨若清诗芷安知星苏念云可', '汐桐萱禾宁晴棠瑶柠一诺舒妤悠月'],
    male: ['沐梓宇奕知星承一景予云嘉安书亦', '辰宸泽川言安禾霖阳航程舟远屹然'],
  },
} as const;

/** Characters that not every bank's or ministry's system can write; the house must. */
const rare = ['喆', '堃', '玥', '翀', '赟', '㼆', '㛃', '𬱖', '𫟼', '齉'];

/** Names of people whose names are written with a middle dot. */
const dottedFirst = ['阿依努尔', '古丽娜', '卓玛', '次仁', '巴特尔', '乌日娜', '热依汗', '艾山', '央金', '塔娜'];
const dottedLast = ['艾尼', '买买提', '扎西', '吐尔逊', '木仁', '格桑', '沙吾提', '朝鲁'];

export function surname(chance: Chance): string {
  return chance.weighted(surnames);
}

type Age = keyof typeof given;

function ageOf(birthYear: number): Age {
  if (birthYear < 1962) return 'elder';
  if (birthYear < 1988) return 'middle';
  return birthYear < 2013 ? 'young' : 'child';
}

/** A given name as people of that year and sex have them: one character in eight, else two; one in three hundred holds a rare character. */
export function givenName(chance: Chance, sex: Sex, birthYear: number): string {
  const [first, second] = given[ageOf(birthYear)][sex];
  const last = chance.once(1 / 300) ? chance.pick(rare) : chance.pick([...second]);
  if (chance.once(1 / 8)) return last;
  return `${chance.pick([...first])}${last}`;
}

export function dottedName(chance: Chance): string {
  return `${chance.pick(dottedFirst)}·${chance.pick(dottedLast)}`;
}
