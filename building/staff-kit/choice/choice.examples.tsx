import { useState } from 'react';
import type { Example } from '../examples/example.ts';
import { places, townships } from '../examples/sample.ts';
import { useSay } from '../language.ts';
import { Checkbox } from './checkbox.tsx';
import { Checkboxes } from './checkboxes.tsx';
import { Combobox } from './combobox.tsx';
import type { Option } from './option.ts';
import { PlaceTree } from './place-tree.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';

const families: readonly Option[] = [
  { id: '1', text: '王小宁', under: '柳塘镇 新桥社区 · 1990 年' },
  { id: '2', text: '王建国', under: '石门镇 北街社区 · 1956 年' },
  { id: '3', text: '尉迟雪', under: '柳塘镇 石桥村 · 1992 年' },
];

/** Answers as the counter's search does: by name or by pinyin, a moment later. */
async function search(text: string): Promise<readonly Option[]> {
  await new Promise((done) => setTimeout(done, 120));
  const pinyin: Record<string, string> = { '1': 'wangxiaoning', '2': 'wangjianguo', '3': 'yuchixue' };
  return families.filter((one) => one.text.includes(text) || pinyin[one.id]?.startsWith(text.toLowerCase()));
}

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '一个：列表、单选，或边输入边查', en: 'One: a list, radio buttons, or searched while typing' },
    Show: () => {
      const say = useSay();
      const [township, setTownship] = useState('');
      const [reason, setReason] = useState<string>();
      const [family, setFamily] = useState<Option>();
      return (
        <div className="fields">
          <Select
            label={say({ 'zh-CN': '乡镇', en: 'Township' })}
            options={townships}
            none={say({ 'zh-CN': '全部', en: 'All' })}
            value={township}
            change={setTownship}
          />
          <Combobox
            label={say({ 'zh-CN': '找家庭', en: 'Find a family' })}
            hint={say({ 'zh-CN': '姓名或拼音。', en: 'A name, or its pinyin.' })}
            search={search}
            chosen={family}
            change={setFamily}
          />
          <Radios
            label={say({ 'zh-CN': '家庭从哪里来', en: 'How the family came' })}
            error={say({ 'zh-CN': '请选一种。', en: 'Choose one.' })}
            options={[
              { id: 'counter', text: say({ 'zh-CN': '到窗口', en: 'To the counter' }) },
              {
                id: 'phone',
                text: say({ 'zh-CN': '手机', en: 'By phone' }),
                under: say({ 'zh-CN': '自己办的', en: 'by itself' }),
              },
            ]}
            value={reason}
            change={setReason}
          />
        </div>
      );
    },
  },
  {
    title: { 'zh-CN': '几个：勾选与乡镇、村', en: 'Several: boxes, townships and villages' },
    Show: () => {
      const say = useSay();
      const [steps, setSteps] = useState<readonly string[]>(['review']);
      const [all, setAll] = useState(false);
      const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['990101101001']));
      return (
        <div className="fields">
          <div>
            <Checkboxes
              label={say({ 'zh-CN': '环节', en: 'Step' })}
              options={[
                { id: 'review', text: say({ 'zh-CN': '待审核', en: 'To be reviewed' }) },
                { id: 'confirm', text: say({ 'zh-CN': '待确认', en: 'To be confirmed' }) },
                { id: 'family', text: say({ 'zh-CN': '等家庭补正', en: 'Waits for the family' }) },
              ]}
              values={steps}
              change={setSteps}
            />
            <Checkbox ticked={all} change={setAll}>
              {say({ 'zh-CN': '我已看过原件', en: 'I have seen the original' })}
            </Checkbox>
          </div>
          <div className="field">
            <span className="legend">{say({ 'zh-CN': '乡镇、村', en: 'Township and village' })}</span>
            <PlaceTree
              label={say({ 'zh-CN': '乡镇、村', en: 'Township and village' })}
              branches={places}
              chosen={chosen}
              change={setChosen}
            />
          </div>
        </div>
      );
    },
  },
];
