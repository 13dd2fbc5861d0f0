import type { ReactElement } from 'react';
import { problemOf, type Problem } from '../ask/api.ts';
import { Button } from '../button/button.tsx';
import { useWords } from '../language.ts';
import { Note } from './note.tsx';
import { load } from '../words/made/load.ts';

interface Fault {
  readonly at: string;
  readonly detail: string;
}

/** The faults a problem lists, each with the place in what was sent. */
function faultsOf(problem: Problem): readonly Fault[] {
  const faults = problem.more['faults'];
  if (!Array.isArray(faults)) return [];
  return faults.filter((f): f is Fault => typeof f === 'object' && f !== null && 'detail' in f);
}

interface Props {
  readonly error: unknown;
  /** Offers to try again. */
  readonly again?: () => void;
  /** Which part of the form a place in what was sent belongs to (`/child/birth`). */
  readonly where?: (at: string) => string | undefined;
}

/** What went wrong, in the place where it went wrong: what happened, what to do, and every fault at once. */
export function ProblemNote({ error, again, where }: Props): ReactElement {
  const words = useWords(load).problem;
  const problem = problemOf(error);
  const lost = problem?.status === 0;
  const title = problem === undefined ? words.ourFault : lost ? words.unreachable : problem.title;
  const detail = problem === undefined ? words.ourFaultDetail : lost ? words.unreachableDetail : problem.detail;
  const faults = problem === undefined ? [] : faultsOf(problem);
  // A refusal stays a refusal; what failed for want of network or on the server's side is worth another try.
  const worthTrying =
    problem === undefined || lost || problem.status === 409 || problem.status === 429 || problem.status >= 500;
  return (
    <Note
      kind={lost ? 'wait' : 'late'}
      urgent
      className="problem"
      title={title}
      end={again === undefined || !worthTrying ? undefined : <Button press={again}>{words.again}</Button>}
    >
      {detail !== '' && detail !== title && <p>{detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.at} ${fault.detail}`}>
              {where?.(fault.at) !== undefined && <b>{where(fault.at)} · </b>}
              {fault.detail}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}
