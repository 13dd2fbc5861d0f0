/** Words of the kit: what every screen of the staff shares. */
export const zh = {
  page: { site: '惠家', loading: '正在取数据', yuan: '元' },
  problem: {
    unreachable: '连不上服务器',
    unreachableDetail: '您填的内容还在这一页上，没有丢。请看看网络，连上后再试一次。',
    ourFault: '这一页出了错',
    ourFaultDetail: '不是您的操作问题，也没有丢失已经保存的内容。请刷新这一页；还不行，请告诉系统管理员。',
    again: '再试一次',
  },
};

export type Words = typeof zh;
