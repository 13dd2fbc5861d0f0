import { useState } from 'react';
import { Button } from '../button/button.tsx';
import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { tell } from '../notice/toast.tsx';
import { Confirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { Panel } from './panel.tsx';
import { Tip } from './tip.tsx';

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '对话框，和再问一次', en: 'A dialog, and asking once more' },
    Show: () => {
      const say = useSay();
      const [shown, show] = useState<'told' | 'asked'>();
      const close = (): void => show(undefined);
      return (
        <div className="acts">
          <Button press={() => show('told')}>{say({ 'zh-CN': '看说明', en: 'Read more' })}</Button>
          <Button look="grave" press={() => show('asked')}>
            {say({ 'zh-CN': '作废这一批', en: 'Cancel the batch' })}
          </Button>
          <Dialog
            title={say({ 'zh-CN': '公示会显示什么', en: 'What the notice shows' })}
            open={shown === 'told'}
            close={close}
          >
            <p>
              {say({
                'zh-CN': '姓名只显示姓，金额显示到元，公示七个工作日。',
                en: 'Surnames alone, whole yuan, for seven working days.',
              })}
            </p>
            <div className="acts">
              <Button press={close}>{say({ 'zh-CN': '知道了', en: 'Close' })}</Button>
            </div>
          </Dialog>
          <Confirm
            title={say({ 'zh-CN': '作废第 2026-12-01 批？', en: 'Cancel batch 2026-12-01?' })}
            open={shown === 'asked'}
            close={close}
            act={say({ 'zh-CN': '作废', en: 'Cancel the batch' })}
            go={() => {
              close();
              tell(say({ 'zh-CN': '已作废。', en: 'Cancelled.' }));
            }}
            grave
          >
            <p>
              {say({
                'zh-CN': '21 笔款会回到待发，不会丢。',
                en: 'Its 21 payments wait for the next batch; none is lost.',
              })}
            </p>
          </Confirm>
        </div>
      );
    },
  },
  {
    title: { 'zh-CN': '菜单、面板、提示', en: 'A menu, a panel, a word that explains itself' },
    Show: () => {
      const say = useSay();
      return (
        <div className="acts">
          <Menu
            button={say({ 'zh-CN': '更多', en: 'More' })}
            entries={[
              { id: 'letter', text: say({ 'zh-CN': '打印决定书', en: 'Print the letter' }), act: () => undefined },
              {
                id: 'pause',
                text: say({ 'zh-CN': '暂停计时', en: 'Pause the clock' }),
                under: say({ 'zh-CN': '等家庭补正', en: 'waits for the family' }),
                act: () => undefined,
              },
              { id: 'move', text: say({ 'zh-CN': '转出', en: 'Move away' }), disabled: true, act: () => undefined },
            ]}
          />
          <Panel
            button={say({ 'zh-CN': '说明', en: 'Notes' })}
            title={say({ 'zh-CN': '这个数怎么算', en: 'How it is counted' })}
          >
            <p>{say({ 'zh-CN': '到账的笔数除以发出的笔数。', en: 'Payments that arrived, of those sent.' })}</p>
            <a href="#dialog">{say({ 'zh-CN': '看这些办件', en: 'See these cases' })}</a>
          </Panel>
          <span>
            {say({ 'zh-CN': '答复期限', en: 'Due' })}{' '}
            <Tip
              tip={say({
                'zh-CN': '所依据的年份还没有公布放假安排。',
                en: 'The holidays of that year are not published yet.',
              })}
            >
              {say({ 'zh-CN': '暂定', en: 'provisional' })}
            </Tip>
          </span>
        </div>
      );
    },
  },
];
