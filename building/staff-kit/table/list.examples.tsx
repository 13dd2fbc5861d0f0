import { Button } from '../button/button.tsx';
import type { Example } from '../examples/example.ts';
import { type SampleCase, sampleCases } from '../examples/sample.ts';
import { useSampleColumns } from '../examples/sample-columns.tsx';
import { useSay } from '../language.ts';
import { tell } from '../notice/toast.tsx';
import type { Choosing } from './choose/selection.ts';
import type { RowLink } from './line.tsx';
import { List } from './list.tsx';

/** The row opens at an address of its own. */
const leads: RowLink<SampleCase> = {
  column: 'applicant',
  link: (row, content, props) => (
    <a {...props} href={`#${row.id}`}>
      {content}
    </a>
  ),
};

function useChoosing(): Choosing<SampleCase> {
  const say = useSay();
  return {
    nameOf: ({ receipt }) => receipt,
    barred: ({ odd }) => odd,
    said: (rows) =>
      say({
        'zh-CN': `合计 ${sumOf(rows)} 元。有异常的须逐件看，选不进来。`,
        en: `${sumOf(rows)} yuan. What is unusual can't be chosen.`,
      }),
    acts: (rows, done) => (
      <Button
        look="solid"
        press={() => {
          tell(say({ 'zh-CN': `已确认 ${rows.length} 件。`, en: `${rows.length} confirmed.` }));
          done();
        }}
      >
        {say({ 'zh-CN': '一并确认', en: 'Confirm all' })}
      </Button>
    ),
  };
}

const fewCases = sampleCases(21);

export const examples: readonly Example[] = [
  {
    title: {
      'zh-CN': '清单：排序、筛选、列、导出、一并办理、视图',
      en: 'A list: sort, filter, columns, export, acts on several, views',
    },
    Show: () => {
      const say = useSay();
      const columns = useSampleColumns();
      const choosing = useChoosing();
      return (
        <List
          name="sample-cases"
          caption={say({ 'zh-CN': '样例办件', en: 'Sample cases' })}
          columns={columns}
          source={{ kind: 'whole', rows: fewCases }}
          idOf={({ id }) => id}
          leads={leads}
          begin={{ sorting: [{ id: 'due', desc: false }], filters: [], shown: {} }}
          sum={(rows) => say({ 'zh-CN': `合计 ${sumOf(rows)} 元`, en: `${sumOf(rows)} yuan in all` })}
          choosing={choosing}
          empty={say({ 'zh-CN': '没有等您的办件。', en: 'Nothing waits for you.' })}
        />
      );
    },
  },
];

function sumOf(rows: readonly SampleCase[]): string {
  return rows.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0).toLocaleString('en', { minimumFractionDigits: 2 });
}
