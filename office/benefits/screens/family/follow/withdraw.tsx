import type { Language } from '../../../../../values/language.ts';
import type { MyCase } from '../../../contract/follow.ts';
import { Button, ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { CaseSlip, followHref } from './receipt.tsx';
import { wordsIn } from '../words/made/all.ts';

/** Asks once more before an application is withdrawn. */
export function WithdrawPage({
  language,
  found,
  address,
  formToken,
}: {
  language: Language;
  found: MyCase;
  address: string;
  formToken: string;
}) {
  const words = wordsIn(language).withdraw;
  return (
    <>
      <h1>{words.title}</h1>
      <CaseSlip found={found} address={address} language={language} />
      <p class="lede">{words.says}</p>
      <form method="post" action={`${followHref(found.receipt)}/withdraw`}>
        <input type="hidden" name="form-token" value={formToken} />
        <input type="hidden" name="version" value={found.version} />
        <div class="actions">
          <ButtonLink href={followHref(found.receipt)} wide>
            {words.no}
          </ButtonLink>
          <Button look="quiet" wide>
            {words.yes}
          </Button>
        </div>
      </form>
    </>
  );
}
