import type { Example } from '../examples/example.ts';
import { sampleCases } from '../examples/sample.ts';
import { useSampleColumns } from '../examples/sample-columns.tsx';
import { useSay } from '../language.ts';
import { List } from './list.tsx';

const manyCases = sampleCases(412);

export const examples: readonly Example[] = [
  {
    title: { 'zh-CN': '长清单：每页 100 条', en: 'A long list: 100 rows a page' },
    Show: () => {
      const say = useSay();
      const columns = useSampleColumns();
      return (
        <List
          name="many-cases"
          caption={say({ 'zh-CN': '样例办件（多）', en: 'Many sample cases' })}
          columns={columns}
          source={{ kind: 'whole', rows: manyCases }}
          idOf={({ id }) => id}
          empty={say({ 'zh-CN': '没有。', en: 'None.' })}
        />
      );
    },
  },
];
