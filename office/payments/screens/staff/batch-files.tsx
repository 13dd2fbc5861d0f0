import { useMutation } from '@tanstack/react-query';
import { useRef, type ReactElement } from 'react';
import type { BatchView } from '../../contract/batch.ts';
import type { ReturnFileFault, ReturnFileImported } from '../../contract/return-file.ts';
import { Button, buttonClass } from '../../../../building/staff-kit/button/button.tsx';
import { addressOf, problemOf, sendFile } from '../../../../building/staff-kit/ask/api.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { momentText } from '../../../../building/staff-kit/date/when.ts';
import { useRefreshMoney } from './queries.ts';
import { Scrolled } from '../../../../building/staff-kit/layout/scrolled.tsx';
import { load } from './words/made/load.ts';
import type { Words } from './words/made/words.ts';

/** What goes to the bank and what comes back. */
export function BatchFiles({ batch }: { readonly batch: BatchView }): ReactElement {
  return (
    <>
      <BankFile batch={batch} />
      <ReturnFile batch={batch} />
    </>
  );
}

function BankFile({ batch }: { readonly batch: BatchView }): ReactElement {
  const words = useWords(load).batch;
  const say = useSay();
  const { bankFile } = batch.may;
  const address = (format: 'csv' | 'pain.001'): string =>
    addressOf(`/api/office/batches/${batch.id}/bank-file`, { format });
  return (
    <Card title={words.bankFile}>
      <p className="soft">{bankFile.allowed ? words.bankFileHint : say(bankFile.why)}</p>
      {bankFile.allowed && (
        <div className="acts">
          <a className={buttonClass('solid')} href={address('csv')} download>
            {words.csv}
          </a>
          <a className={buttonClass('solid')} href={address('pain.001')} download>
            {words.pain}
          </a>
        </div>
      )}
      {batch.files.map((file) => (
        <p key={file.format} className="soft">
          {file.format} · {words.downloaded({ at: momentText(file.madeAt) })} ·{' '}
          <code className="digest">{file.digest.slice(0, 16)}</code>
        </p>
      ))}
    </Card>
  );
}

function ReturnFile({ batch }: { readonly batch: BatchView }): ReactElement {
  const words = useWords(load).batch;
  const say = useSay();
  const refresh = useRefreshMoney();
  const input = useRef<HTMLInputElement>(null);
  const importing = useMutation({
    mutationFn: (file: File) =>
      sendFile<ReturnFileImported>(`/api/office/batches/${batch.id}/return-file`, 'file', file),
    onSuccess: refresh,
  });
  const { importReturnFile } = batch.may;
  const { returnFile } = batch;
  const faults = faultsOf(importing.error);
  return (
    <Card title={words.returnFile}>
      {returnFile !== undefined && (
        <p>
          {words.imported({ paid: returnFile.paidCount, returned: returnFile.returnedCount })}{' '}
          <span className="soft">
            {words.importedBy({ name: returnFile.importedBy.name, at: momentText(returnFile.importedAt) })}
          </span>
        </p>
      )}
      <p className="soft">{importReturnFile.allowed ? words.returnFileHint : say(importReturnFile.why)}</p>
      {importReturnFile.allowed && (
        <>
          <input
            ref={input}
            type="file"
            accept=".csv,.xml,.txt,text/csv,application/xml"
            className="unseen"
            tabIndex={-1}
            aria-label={words.choose}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) importing.mutate(file);
            }}
          />
          <Button press={() => input.current?.click()} busy={importing.isPending}>
            {importing.isPending ? words.importing : words.choose}
          </Button>
        </>
      )}
      {importing.isError &&
        (faults === undefined ? <ProblemNote error={importing.error} /> : <Faults faults={faults} />)}
    </Card>
  );
}

function faultsOf(error: unknown): readonly ReturnFileFault[] | undefined {
  const lines = problemOf(error)?.more['lines'];
  return Array.isArray(lines) ? (lines as readonly ReturnFileFault[]) : undefined;
}

/** Every fault of the file at once: nothing of it was booked. */
/** Where in the file a fault is: the line; in a file of XML the answer too. */
function placeOf({ line, record }: ReturnFileFault, words: Words['batch']): string {
  if (line === undefined) return words.wholeFile;
  return record === undefined ? String(line) : words.faultAtAnswer({ line: String(line), record });
}

function Faults({ faults }: { readonly faults: readonly ReturnFileFault[] }): ReactElement {
  const words = useWords(load).batch;
  const say = useSay();
  return (
    <div role="alert">
      <p className="field-error">{words.faults({ count: faults.length })}</p>
      <p>{words.faultsHint}</p>
      <Scrolled className="scroll" label={words.faults({ count: faults.length })}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.faultLine}</th>
              <th scope="col">{words.faultReference}</th>
              <th scope="col">{words.faultWhy}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.line} ${fault.record} ${fault.reference} ${fault.why}`}>
                <td>{placeOf(fault, words)}</td>
                <td>{fault.reference ?? ''}</td>
                <td className="wrap">{say(fault.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}
