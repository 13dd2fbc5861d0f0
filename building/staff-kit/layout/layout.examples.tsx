import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { Steps } from './steps.tsx';
import { Tabs } from './tabs.tsx';

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '一件事的几面', en: 'Sides of one thing' },
    Show: () => {
      const say = useSay();
      return (
        <Tabs
          label={say({ 'zh-CN': '这一户', en: 'This family' })}
          tabs={[
            {
              id: 'people',
              text: say({ 'zh-CN': '家人', en: 'People' }),
              count: 4,
              content: (
                <p>{say({ 'zh-CN': '王小宁、高远和两个孩子。', en: 'Wang Xiaoning, Gao Yuan and two children.' })}</p>
              ),
            },
            {
              id: 'cases',
              text: say({ 'zh-CN': '办件', en: 'Cases' }),
              count: 2,
              content: <p>{say({ 'zh-CN': '两件，一件已到账。', en: 'Two, one of them paid.' })}</p>,
            },
            {
              id: 'looks',
              text: say({ 'zh-CN': '谁看过', en: 'Who looked' }),
              content: <p>{say({ 'zh-CN': '最近 30 天 3 次。', en: 'Three times in 30 days.' })}</p>,
            },
          ]}
        />
      );
    },
  },
  {
    title: { 'zh-CN': '一批款走到哪一步', en: 'Where a batch stands' },
    Show: () => {
      const say = useSay();
      return (
        <Steps
          label={say({ 'zh-CN': '这一批', en: 'This batch' })}
          steps={[
            {
              key: 'draft',
              title: say({ 'zh-CN': '编制', en: 'Drafted' }),
              under: say({ 'zh-CN': '吴敏 11月30日', en: 'Wu Min, 30 Nov' }),
              state: 'done',
            },
            {
              key: 'check',
              title: say({ 'zh-CN': '复核', en: 'Checked' }),
              under: say({ 'zh-CN': '何清 12月1日', en: 'He Qing, 1 Dec' }),
              state: 'done',
            },
            {
              key: 'release',
              title: say({ 'zh-CN': '放款', en: 'Released' }),
              under: say({ 'zh-CN': '等发放人签', en: 'waits for a signature' }),
              state: 'now',
            },
            { key: 'bank', title: say({ 'zh-CN': '银行回单', en: 'Answered' }), state: 'later' },
            { key: 'done', title: say({ 'zh-CN': '对平', en: 'Reconciled' }), state: 'later' },
          ]}
        />
      );
    },
  },
];
