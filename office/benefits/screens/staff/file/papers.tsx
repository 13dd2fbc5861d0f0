import { addressOf } from '../../../../../building/staff-kit/ask/api.ts';
import { useState, type ReactElement } from 'react';
import type { CaseFile } from '../../../contract/case-file.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { useKeys } from '../../../../../building/staff-kit/keys/keys.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { Card, Nothing } from '../../../../../building/staff-kit/layout/page.tsx';
import { Scrolled } from '../../../../../building/staff-kit/layout/scrolled.tsx';
import { load } from '../words/made/load.ts';

type Paper = CaseFile['documents'][number];

const shownByBrowsers = /^image\/(?:jpeg|png|webp)$/;

/**
 * The documents that the policy asks for, and one photo at a time: looking at a photo is logged, so none is fetched unasked but the first.
 */
export function PapersCard({ file }: { readonly file: CaseFile }): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const [chosen, choose] = useState(file.documents[0]?.id);
  const paper = file.documents.find((one) => one.id === chosen) ?? file.documents[0];
  const required = file.requirements.filter((one) => one.required || one.asked);
  const given = required.filter((one) => one.given > 0).length;
  return (
    <Card title={words.documents} end={words.given({ given, required: required.length })}>
      <ul className="papers">
        {file.requirements.map((requirement) => (
          <li key={requirement.key}>
            <span>
              {say(requirement.name)} <PaperState requirement={requirement} />
            </span>
            <span>
              {file.documents
                .filter((one) => one.requirement === requirement.key)
                .map((one, index) => (
                  <Button
                    key={one.id}
                    small
                    aria-pressed={one.id === paper?.id}
                    aria-label={`${words.photoOf({ name: say(one.name) })} ${index + 1}`}
                    look={one.id === paper?.id ? 'solid' : 'plain'}
                    press={() => choose(one.id)}
                  >
                    {words.photo} {index + 1}
                  </Button>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {paper === undefined ? (
        <Nothing>{words.noDocuments}</Nothing>
      ) : (
        <Photo key={paper.id} caseId={file.id} paper={paper} />
      )}
    </Card>
  );
}

function PaperState({ requirement }: { readonly requirement: CaseFile['requirements'][number] }): ReactElement | null {
  const words = useWords(load).one;
  if (requirement.given > 0) return null;
  if (requirement.asked) return <span className="mark wait">{words.asked}</span>;
  if (requirement.required) return <span className="mark bad">{words.notGiven}</span>;
  return <span className="soft">{words.optional}</span>;
}

const steps = [1, 1.5, 2, 3, 4] as const;

function Photo({ caseId, paper }: { readonly caseId: string; readonly paper: Paper }): ReactElement {
  const words = useWords(load).one;
  const say = useSay();
  const [step, setStep] = useState(0);
  const [turns, setTurns] = useState(0);
  const [failed, setFailed] = useState(false);
  // Width to height; known once the photo is there.
  const [ratio, setRatio] = useState(4 / 3);
  const lies = turns % 2 !== 0;
  const zoom = (by: number): void => setStep((now) => Math.min(Math.max(now + by, 0), steps.length - 1));
  const turn = (by: number): void => setTurns((now) => now + by);
  const fit = (): void => {
    setStep(0);
    setTurns(0);
  };
  useKeys({
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    '[': () => turn(-1),
    ']': () => turn(1),
    '0': fit,
  });
  const address = addressOf(`/api/office/cases/${caseId}/documents/${paper.id}`);
  const name = words.photoOf({ name: say(paper.name) });
  if (!shownByBrowsers.test(paper.mediaType) || failed)
    return (
      <Nothing>
        <p>{failed ? words.photoFailed : words.notShown}</p>
        <a href={address} target="_blank" rel="noreferrer">
          {words.openAlone}
        </a>
      </Nothing>
    );
  return (
    <figure className="photo">
      <div className="photo-acts">
        <Button small press={() => zoom(1)} disabled={step === steps.length - 1}>
          {words.larger} <kbd aria-hidden="true">+</kbd>
        </Button>
        <Button small press={() => zoom(-1)} disabled={step === 0}>
          {words.smaller} <kbd aria-hidden="true">−</kbd>
        </Button>
        <Button small press={() => turn(-1)}>
          {words.turnLeft} <kbd aria-hidden="true">[</kbd>
        </Button>
        <Button small press={() => turn(1)}>
          {words.turnRight} <kbd aria-hidden="true">]</kbd>
        </Button>
        <Button small press={fit}>
          {words.fit} <kbd aria-hidden="true">0</kbd>
        </Button>
      </div>
      <Scrolled className="photo-frame" label={name}>
        <div
          className="photo-paper"
          style={{ width: `${(steps[step] ?? 1) * 100}%`, aspectRatio: lies ? 1 / ratio : ratio }}
        >
          <img
            src={address}
            alt={name}
            onLoad={(event) =>
              setRatio(event.currentTarget.naturalWidth / Math.max(event.currentTarget.naturalHeight, 1))
            }
            onError={() => setFailed(true)}
            style={{ width: lies ? `${ratio * 100}%` : '100%', rotate: `${turns * 90}deg` }}
          />
        </div>
      </Scrolled>
    </figure>
  );
}
