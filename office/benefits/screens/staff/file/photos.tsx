import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { photoKinds, type photoStored } from '../../../contract/photo.ts';
import { Button } from '../../../../../building/staff-kit/button/button.tsx';
import { sendFile } from '../../../../../building/staff-kit/ask/api.ts';
import { useSay, useWords } from '../../../../../building/staff-kit/language.ts';
import { ProblemNote } from '../../../../../building/staff-kit/notice/problem-note.tsx';
import type { Localized } from '../../../../../values/language.ts';
import type { Shot } from '../shots.ts';
import { load } from '../words/made/load.ts';

interface Props {
  readonly requirement: { readonly key: string; readonly name: Localized; readonly hint: Localized };
  readonly shots: readonly Shot[];
  readonly add: (shot: Shot) => void;
  readonly remove: (digest: string) => void;
}

/** Photos of one document: taken on the phone or chosen from files, stored at once, removable until handed in. */
export function Photos({ requirement, shots, add, remove }: Props): ReactElement {
  const words = useWords(load).apply;
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [failedFile, setFailedFile] = useState('');
  const sending = useMutation({
    mutationFn: async (file: File): Promise<Shot> => {
      const stored = await sendFile<z.infer<typeof photoStored>>('/api/office/photos', 'photo', file);
      return { ...stored, requirement: requirement.key, preview: previewOf(file), fileName: file.name };
    },
    onSuccess: add,
    onError: (_error, file) => setFailedFile(file.name),
  });
  const mine = shots.filter((shot) => shot.requirement === requirement.key);
  const name = say(requirement.name);
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="soft">{say(requirement.hint)}</div>
      {mine.length > 0 && (
        <ul className="shots" aria-label={words.added({ count: mine.length })}>
          {mine.map((shot) => (
            <li key={shot.digest}>
              {shot.preview === undefined ? shot.fileName : <img src={shot.preview} alt={shot.fileName} />}
              <Button
                small
                press={() => {
                  if (shot.preview !== undefined) URL.revokeObjectURL(shot.preview);
                  remove(shot.digest);
                }}
                aria-label={words.remove({ name: `${name} ${shot.fileName}` })}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        accept={photoKinds}
        capture="environment"
        className="unseen"
        tabIndex={-1}
        aria-label={`${words.add} ${name}`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) sending.mutate(file);
        }}
      />
      <p>
        <Button press={() => input.current?.click()} busy={sending.isPending} aria-label={`${words.add} ${name}`}>
          {sending.isPending ? words.adding : words.add}
        </Button>
      </p>
      {sending.isError && (
        <>
          <p className="field-error">{failedFile}</p>
          <ProblemNote error={sending.error} />
        </>
      )}
    </fieldset>
  );
}

/** Of the file as it was chosen: a browser shows no PDF there, and no HEIC. */
function previewOf(file: File): string | undefined {
  return /^image\/(?:jpeg|png|webp)$/.test(file.type) ? URL.createObjectURL(file) : undefined;
}
