import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { TextField } from '../../../../building/staff-kit/form/text-field.tsx';
import { useWords } from '../../../../building/staff-kit/language.ts';
import { Page } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { load } from '../../words/made/load.ts';

/** Something was found: it is written down. */
export function LostPropertyScreen(): ReactElement {
  const words = useWords(load);
  const [what, setWhat] = useState('');
  const keeping = useMutation({
    mutationFn: (found: string) => write<{ what: string }>('POST', '/api/office/lost-property', { what: found }),
  });
  return (
    <Page title={words.desk}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keeping.mutate(what);
        }}
      >
        <TextField label={words.screen.what} value={what} change={setWhat} />
        {keeping.isError && <ProblemNote error={keeping.error} />}
        <Button look="solid" submit busy={keeping.isPending}>
          {words.screen.keep}
        </Button>
        <output>{keeping.data !== undefined && words.screen.kept({ what: keeping.data.what })}</output>
      </form>
    </Page>
  );
}
