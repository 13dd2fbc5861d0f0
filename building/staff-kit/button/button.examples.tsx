import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { Key } from '../layout/shown.tsx';
import { tell } from '../notice/toast.tsx';
import { Button } from './button.tsx';

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '一页只有一个实心按钮', en: 'One solid button a page' },
    Show: () => {
      const say = useSay();
      return (
        <div className="acts">
          <Button look="solid" press={() => tell(say({ 'zh-CN': '已确认 12 件。', en: '12 cases confirmed.' }))}>
            {say({ 'zh-CN': '一并确认', en: 'Confirm all' })} <Key>A</Key>
          </Button>
          <Button>{say({ 'zh-CN': '退回', en: 'Send back' })}</Button>
          <Button look="grave">{say({ 'zh-CN': '不予批准', en: 'Refuse' })}</Button>
          <Button look="quiet">{say({ 'zh-CN': '不选了', en: 'Choose none' })}</Button>
        </div>
      );
    },
  },
  {
    title: { 'zh-CN': '小号、不能用、正在办', en: 'Small, not allowed, under way' },
    Show: () => {
      const say = useSay();
      return (
        <div className="acts">
          <Button small>{say({ 'zh-CN': '列 11 / 14', en: 'Columns 11 / 14' })}</Button>
          <Button disabled>{say({ 'zh-CN': '放款', en: 'Release' })}</Button>
          <Button look="solid" busy>
            {say({ 'zh-CN': '正在登记', en: 'Saving' })}
          </Button>
        </div>
      );
    },
  },
];
