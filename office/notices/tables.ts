import type { TablesHeld } from '../hall/fields/register.ts';

/** The messages that families get. */
export const noticesTables: TablesHeld = {
  ofPeople: {
    notice: {
      words: { 'zh-CN': '通知', en: 'Messages' },
      of: 'family',
      kept: 'withTheCase',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        id: ['通知编号', 'Message’s id', 'apart', 'duty'],
        person_id: ['收件人', 'Recipient', 'reach', 'notify'],
        family_id: ['所属家庭', 'Family', 'apart', 'duty'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'duty'],
        case_id: ['关于哪个办件', 'Which case it is about', 'reach', 'notify'],
        kind: ['通知类别', 'Kind of message', 'reach', 'notify'],
        channel: ['发送方式', 'Way it was sent', 'reach', 'notify'],
        words: ['通知内容', 'Its words', 'reach', 'notify'],
        created_at: ['通知时间', 'Time of the message', 'order', 'notify'],
        sent_at: ['发出时间', 'Time it was sent', 'answerable', 'notify'],
        failed: ['未送达的原因', 'Why it did not arrive', 'reach', 'notify'],
      },
    },
  },
};
