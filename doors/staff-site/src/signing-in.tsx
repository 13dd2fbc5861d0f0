import { base } from '../../../building/staff-kit/ask/base.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import type { Me } from '../../../office/staff/contract/sign-in.ts';
import { keepFormToken } from '../../../building/staff-kit/ask/api.ts';
import { Dialog } from '../../../building/staff-kit/dialog/dialog.tsx';
import { useWords } from '../../../building/staff-kit/language.ts';
import { forgetPlaces } from '../../../building/staff-kit/keys/places.ts';
import { reportSignedIn } from '../../../building/staff-kit/ask/reach.ts';
import { meQuery } from '../../../office/staff/screens/staff/session.ts';
import { SignInForm } from '../../../office/staff/screens/staff/sign-in.tsx';
import { load as loadOfStaff } from '../../../office/staff/screens/staff/words/made/load.ts';
import { LanguageButtons } from './language-buttons.tsx';
import { load } from './words/made/load.ts';

/** What happens once the server knows who we are. Someone else than before finds nothing of the one before. */
export function useSignedIn(): (me: Me) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (me) => {
    const before = client.getQueryData(meQuery.queryKey);
    keepFormToken(me.formToken);
    if (before !== undefined && before.staff.id !== me.staff.id) {
      client.clear();
      forgetPlaces();
      void navigate({ to: me.menu[0]?.to ?? '/' });
    }
    client.setQueryData(meQuery.queryKey, me);
    reportSignedIn();
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== meQuery.queryKey[0] });
  };
}

/** The first page: who are you? */
export function SignInPage({ signedIn }: { readonly signedIn: (me: Me) => void }): ReactElement {
  const shell = useWords(load);
  const words = useWords(loadOfStaff).signIn;
  useEffect(() => {
    document.title = `${words.title} · ${shell.name}`;
  }, [words.title, shell.name]);
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="44" height="44" />
        <div>
          <div className="name">{shell.name}</div>
          <div className="soft">{words.county}</div>
        </div>
        <LanguageButtons />
      </div>
      <div className="card">
        <h1>{words.title}</h1>
        <SignInForm signedIn={signedIn} />
      </div>
      <p>
        <a href={`${base}/`}>{words.family}</a>
      </p>
    </main>
  );
}

/** The session ended while a page was open: sign in over it, so that nothing on it is lost. */
export function SignInAgain({
  signInName,
  signedIn,
}: {
  readonly signInName: string;
  readonly signedIn: (me: Me) => void;
}): ReactElement {
  const words = useWords(loadOfStaff).signIn;
  return (
    <Dialog title={words.endedTitle} open>
      <p>{words.ended}</p>
      <SignInForm signedIn={signedIn} signInName={signInName} />
    </Dialog>
  );
}
