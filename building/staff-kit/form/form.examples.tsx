import { useState } from 'react';
import type { Example } from '../examples/example.ts';
import { useSay } from '../language.ts';
import { MoneyField, useAmountFault } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { TextField } from './text-field.tsx';

export const examples: readonly Example[] = [
  {
    title: {
      'zh-CN': '文字：说明、出错、多行、不能改',
      en: 'Text: with a hint, wrong, of several lines, not to be changed',
    },
    Show: () => {
      const say = useSay();
      const [name, setName] = useState('古丽·买买提');
      const [phone, setPhone] = useState('1380013');
      const [note, setNote] = useState('');
      return (
        <div className="fields">
          <TextField
            label={say({ 'zh-CN': '姓名', en: 'Name' })}
            hint={say({ 'zh-CN': '照身份证上写。', en: 'As on the identity card.' })}
            value={name}
            change={setName}
          />
          <TextField
            label={say({ 'zh-CN': '手机号', en: 'Mobile number' })}
            error={say({
              'zh-CN': '手机号是 11 位数字，还差 4 位。',
              en: 'A mobile number has 11 digits; 4 are missing.',
            })}
            value={phone}
            change={setPhone}
            inputMode="numeric"
          />
          <TextField
            label={say({ 'zh-CN': '缺什么', en: 'What is missing' })}
            value={note}
            change={setNote}
            lines={3}
            placeholder={say({ 'zh-CN': '如：户口本首页照片', en: 'Such as: a photo of the first page' })}
          />
          <TextField
            label={say({ 'zh-CN': '回执号', en: 'Receipt' })}
            value="禾 2026-000161"
            change={() => undefined}
            disabled
          />
        </div>
      );
    },
  },
  {
    title: { 'zh-CN': '金额与数字', en: 'Amounts and numbers' },
    Show: () => {
      const say = useSay();
      const fault = useAmountFault();
      const [amount, setAmount] = useState('3600');
      const [wrong, setWrong] = useState('3600.005');
      const [count, setCount] = useState<number | undefined>(10);
      return (
        <div className="fields">
          <MoneyField label={say({ 'zh-CN': '拨入金额', en: 'Amount paid in' })} value={amount} change={setAmount} />
          <MoneyField
            label={say({ 'zh-CN': '退回金额', en: 'Amount returned' })}
            value={wrong}
            change={setWrong}
            error={fault(wrong)}
          />
          <NumberField
            label={say({ 'zh-CN': '抽查件数', en: 'Cases to audit' })}
            hint={say({ 'zh-CN': '1 到 50 件。', en: 'From 1 to 50.' })}
            value={count}
            change={setCount}
            least={1}
            most={50}
          />
        </div>
      );
    },
  },
];
