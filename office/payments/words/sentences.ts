import { words } from './made/all.ts';
import { type Fen, yuanText } from '../../../values/fen.ts';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { NotForTheFile } from '../batch/bank-file.ts';
import type { FaultOfReturnFile, LedgerEvent } from '../case.ts';
import type { ReleaseRefusal } from '../decide.ts';

// What this desk says, in both languages, where the sentence depends on facts. Screens keep their own fixed words.

/** A release that the deposit does not cover. */
function depositShort(available: Fen, total: Fen): Localized {
  const [has, needs] = [yuanText(available), yuanText(total)];
  const lacks = yuanText((total - available) as Fen);
  return inEveryLanguage(words, (w) => w.sentences.depositHasYuanFreeBatch({ has, needs, lacks }));
}

/** Why a line can't go into the bank's file, and what to do. */
export function notForTheFileWords(fault: NotForTheFile): Localized {
  const said = notForTheFileReason(fault);
  return inEveryLanguage(words, (w, inOwn) => w.sentences.agreeBankHowWriteHave({ said: inOwn(said) }));
}

function notForTheFileReason(fault: NotForTheFile): Localized {
  switch (fault.why) {
    case 'not-encodable':
      return inEveryLanguage(words, (w) => w.sentences.notEncodable({ characters: fault.characters }));
    case 'starts-like-a-formula':
      return inEveryLanguage(words, (w) => w.sentences.startsLikeAFormula);
    case 'control-character':
      return inEveryLanguage(words, (w) => w.sentences.controlCharacter);
    case 'too-long':
      return inEveryLanguage(words, (w) => w.sentences.tooLong({ most: fault.most }));
    default:
      return unreachable(fault);
  }
}

/** What happened, for the ledger's list. */
export function ledgerEventWords(what: LedgerEvent): Localized {
  switch (what) {
    case 'appropriation':
      return inEveryLanguage(words, (w) => w.sentences.appropriation);
    case 'grant':
      return inEveryLanguage(words, (w) => w.sentences.grant);
    case 'release':
      return inEveryLanguage(words, (w) => w.sentences.release);
    case 'settlement':
      return inEveryLanguage(words, (w) => w.sentences.settlement);
    case 'return':
      return inEveryLanguage(words, (w) => w.sentences.return);
    case 'correction':
      return inEveryLanguage(words, (w) => w.sentences.correction);
    default:
      return unreachable(what);
  }
}

/** One fault of a return file: what stands there, and what should. */
export function returnFaultWords(fault: FaultOfReturnFile): Localized {
  const { found = '', expected = '', reference = '' } = fault;
  switch (fault.why) {
    case 'not-text':
      return inEveryLanguage(words, (w) => w.sentences.notText);
    case 'not-csv':
      return inEveryLanguage(words, (w) => w.sentences.notCsv);
    case 'not-xml':
      return inEveryLanguage(words, (w) =>
        w.sentences.notXml({ line: fault.line ?? 1, character: fault.character ?? 1 }),
      );
    case 'xml-not-utf-8':
      return inEveryLanguage(words, (w) => w.sentences.xmlNotUtf8);
    case 'xml-with-document-type':
      return inEveryLanguage(words, (w) => w.sentences.xmlWithDocumentType);
    case 'wrong-document':
      return inEveryLanguage(words, (w) => w.sentences.wrongDocument);
    case 'missing-column':
      return inEveryLanguage(words, (w) => w.sentences.missingColumn({ column: fault.column ?? '' }));
    case 'wrong-column-count':
      return inEveryLanguage(words, (w) => w.sentences.wrongColumnCount);
    case 'empty-file':
      return inEveryLanguage(words, (w) => w.sentences.emptyFile);
    case 'amount-not-a-number':
      return inEveryLanguage(words, (w) => w.sentences.amountNotANumber({ found }));
    case 'amount-with-more-than-two-decimals':
      return inEveryLanguage(words, (w) => w.sentences.amountWithMoreThanTwoDecimals({ found }));
    case 'wrong-amount':
      return inEveryLanguage(words, (w) => w.sentences.wrongAmount({ found, expected }));
    case 'wrong-currency':
      return inEveryLanguage(words, (w) => w.sentences.wrongCurrency({ found }));
    case 'unknown-status':
      return inEveryLanguage(words, (w) => w.sentences.unknownStatus({ found }));
    case 'pending-status':
      return inEveryLanguage(words, (w) => w.sentences.pendingStatus({ found }));
    case 'missing-reason':
      return inEveryLanguage(words, (w) => w.sentences.missingReason);
    case 'no-such-day':
      return inEveryLanguage(words, (w) => w.sentences.noSuchDay({ found }));
    case 'day-in-the-future':
      return inEveryLanguage(words, (w) => w.sentences.dayInTheFuture({ found }));
    case 'day-before-the-release':
      return inEveryLanguage(words, (w) => w.sentences.dayBeforeTheRelease({ found, expected }));
    case 'missing-reference':
      return inEveryLanguage(words, (w) => w.sentences.missingReference);
    case 'unknown-reference':
      return inEveryLanguage(words, (w) => w.sentences.unknownReference({ reference }));
    case 'reference-twice':
      return inEveryLanguage(words, (w) =>
        w.sentences.referenceTwice({
          reference,
          kind: fault.firstRecord === undefined ? 'line' : 'other',
          number: fault.firstRecord ?? fault.firstLine ?? '',
        }),
      );
    case 'line-of-another-batch':
      return inEveryLanguage(words, (w) =>
        w.sentences.lineOfAnotherBatch({ reference, batch: fault.batchNumber ?? '' }),
      );
    case 'missing-line':
      return inEveryLanguage(words, (w) => w.sentences.missingLine({ reference }));
    default:
      return unreachable(fault.why);
  }
}

/** Why a batch was not released, and what to do. */
export function releaseRefusalWords(refusal: ReleaseRefusal): Localized {
  switch (refusal.kind) {
    case 'stale':
      return inEveryLanguage(words, (w) => w.sentences.stale);
    case 'already-released':
      return inEveryLanguage(words, (w) => w.sentences.alreadyReleased);
    case 'cancelled':
      return inEveryLanguage(words, (w) => w.sentences.cancelled);
    case 'funds-come-first':
      return inEveryLanguage(words, (w) => w.sentences.fundsComeFirst);
    case 'same-person':
      return inEveryLanguage(words, (w) => w.sentences.samePerson);
    case 'lines-changed':
      return inEveryLanguage(words, (w) => w.sentences.linesChanged);
    case 'no-payer':
      return inEveryLanguage(words, (w) => w.sentences.noPayer);
    case 'not-for-the-file':
      return inEveryLanguage(words, (w) => w.sentences.notForTheFile({ lines: refusal.lines }));
    case 'deposit-short':
      return depositShort(refusal.available, refusal.total);
    default:
      return unreachable(refusal);
  }
}
