import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { BatchSummary, BatchView, CancelRequest, ReleaseRequest } from '../../contract/batch.ts';
import type { Permission } from '../../contract/permission.ts';
import { fenFromWire, yuanText } from '../../../../values/fen.ts';
import { Button } from '../../../../building/staff-kit/button/button.tsx';
import { write } from '../../../../building/staff-kit/ask/api.ts';
import { useEscape } from '../../../../building/staff-kit/keys/escape.ts';
import { useFirstFocus } from '../../../../building/staff-kit/form/first-focus.ts';
import { useKeys } from '../../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../../building/staff-kit/language.ts';
import { Card } from '../../../../building/staff-kit/layout/page.tsx';
import { ProblemNote } from '../../../../building/staff-kit/notice/problem-note.tsx';
import { momentText } from '../../../../building/staff-kit/date/when.ts';
import { useRefreshMoney } from './queries.ts';
import { load } from './words/made/load.ts';

type Chosen = 'release' | 'cancel';

/** Two people release the money, each signing the same digest; a forbidden signature says why. */
export function BatchSigning({ batch }: { readonly batch: BatchView }): ReactElement {
  const words = useWords(load).batch;
  const say = useSay();
  const [chosen, choose] = useState<Chosen>();
  const { may } = batch;
  const open = batch.state === 'draft' || batch.state === 'funds-released';
  const release = batch.state === 'draft' ? may.releaseFunds : may.payOut;
  useKeys(open && release.allowed ? { a: () => choose('release') } : {});
  return (
    <Card title={words.signing}>
      <p className="soft">{words.signingWhat}</p>
      <dl className="facts">
        <dt>{words.digest}</dt>
        <dd>
          <code className="digest">{batch.digest}</code>
        </dd>
        <Signature batch={batch} power="manage-funds" label={words.firstPower} />
        <Signature batch={batch} power="pay-out" label={words.secondPower} />
      </dl>
      {batch.notForTheFile.length > 0 && (
        <>
          <p className="field-error">{words.notForFile}</p>
          <ul>
            {batch.notForTheFile.map((line) => (
              <li key={line.line}>
                {line.line} · {line.payee} {say(line.why)}
              </li>
            ))}
          </ul>
        </>
      )}
      {open && (
        <>
          <div className="acts">
            <Button
              look="solid"
              disabled={!release.allowed}
              aria-expanded={chosen === 'release'}
              press={() => choose('release')}
            >
              {batch.state === 'draft' ? words.releaseFunds : words.payOut} <kbd aria-hidden="true">A</kbd>
            </Button>
            <Button disabled={!may.cancel.allowed} aria-expanded={chosen === 'cancel'} press={() => choose('cancel')}>
              {words.cancel}
            </Button>
          </div>
          <WhyNot permission={release} />
        </>
      )}
      {chosen !== undefined && <Sure batch={batch} chosen={chosen} stop={() => choose(undefined)} />}
    </Card>
  );
}

function WhyNot({ permission }: { readonly permission: Permission }): ReactElement | null {
  const say = useSay();
  return permission.allowed ? null : <p className="soft">{say(permission.why)}</p>;
}

interface SignatureProps {
  readonly batch: BatchView;
  readonly power: BatchView['releases'][number]['power'];
  readonly label: string;
}

function Signature({ batch, power, label }: SignatureProps): ReactElement {
  const words = useWords(load).batch;
  const release = batch.releases.find((one) => one.power === power);
  return (
    <>
      <dt>{label}</dt>
      <dd className={release === undefined ? 'soft' : ''}>
        {release === undefined ? words.unsigned : words.signed({ name: release.by.name, at: momentText(release.at) })}
      </dd>
    </>
  );
}

interface SureProps {
  readonly batch: BatchView;
  readonly chosen: Chosen;
  readonly stop: () => void;
}

/** Says once more what is signed, then signs exactly the digest on the screen. */
function Sure({ batch, chosen, stop }: SureProps): ReactElement {
  const words = useWords(load).batch;
  const form = useFirstFocus<HTMLFormElement>();
  useEscape(stop);
  const refresh = useRefreshMoney();
  const acting = useMutation({
    mutationFn: () => {
      const path = `/api/office/batches/${batch.id}`;
      const release: ReleaseRequest = { version: batch.version, digest: batch.digest };
      const cancel: CancelRequest = { version: batch.version };
      return chosen === 'release'
        ? write<BatchSummary>('POST', `${path}/release`, release)
        : write<BatchSummary>('POST', `${path}/cancel`, cancel);
    },
    onSuccess: refresh,
  });
  return (
    <form
      ref={form}
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        acting.mutate();
      }}
    >
      <p>
        {chosen === 'release'
          ? words.sign({ count: batch.lineCount, total: yuanText(fenFromWire(batch.totalFen)) })
          : words.cancelHint}
      </p>
      {acting.isError && <ProblemNote error={acting.error} again={() => void refresh()} />}
      <div className="acts">
        <Button look="solid" submit busy={acting.isPending}>
          {chosen === 'release' ? words.signSure : words.cancelSure}
        </Button>
        <Button press={stop}>{words.keep}</Button>
      </div>
    </form>
  );
}
