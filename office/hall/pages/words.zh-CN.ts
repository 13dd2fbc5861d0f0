/** Words of what frames every page for people, and of its faults. */
export const zh = {
  name: '惠家',
  placeOf: (county: string) => `${county}家庭服务`,
  titleOf: (page: string, county: string) => `${page} · ${county}惠家`,
  home: '首页',
  skip: '跳到正文',
  ways: '阅读方式和登录',
  large: '大字',
  largeLabel: '大字版',
  usual: '标准',
  usualLabel: '标准字号',
  otherLanguage: 'EN',
  otherLanguageLabel: 'English',
  mine: '我的',
  mineLabel: '我的办件和到账',
  signIn: '登录',
  listen: '朗读',
  foot: {
    stuckBefore: '办不了、看不懂，都可以打',
    stuckAfter: '，或到村（居）服务室，有人帮您办。',
    held: '我们保存什么、为什么',
    open: '公示与政策',
    help: '找人帮忙',
    disagree: '不同意，要投诉',
    label: '更多',
    sample: '这是示范县，人和事都是虚构的。请不要填写真实的个人信息。',
  },
  faults: {
    notFound: {
      title: '没有找到这一页',
      says: '网址可能抄错了一个字，或者这一页已经搬走了。您填过的东西都还在。',
      nearest: '您要找的是不是：',
    },
    forbidden: {
      title: '这一步没有办成',
      says: '这个页面放得太久，或者不是从本网站打开的。什么都没有丢，返回上一页再点一次就好。',
    },
    tooLarge: {
      title: '照片太大了',
      says: '一张照片不要超过15MB。换一张小一点的，或者把相机的画质调低一档再拍。别的照片和填过的内容都还在。',
    },
    unreadable: {
      title: '没有看懂您填的内容',
      says: '返回上一页看一看，再试一次。已经保存的内容都还在。',
    },
    tooMany: {
      title: '试得太快了',
      says: '为了您的安全，请等几分钟再试。等不及，可以打12345。',
    },
    ours: {
      title: '我们这边出了问题',
      says: '不是您的错。已经保存的内容没有丢，请过几分钟再试；急的话打12345。',
      number: (id: string) => `问起来时，请报这个编号：${id}`,
    },
    back: '回首页',
  },
};

export type Words = typeof zh;
