import type { ReactElement } from 'react';
import type { Answers, QuestionWire } from '../../contract.ts';
/** The name under which a question's answer travels: the fact without its person. */
export declare function factOf(question: QuestionWire): string;
interface Props {
    readonly question: QuestionWire;
    readonly answers: Answers;
    readonly change: (answers: Answers) => void;
}
/** One question of the policy, answered by the family and typed by the clerk. Left empty it means 'not known'. */
export declare function QuestionField({ question, answers, change }: Props): ReactElement;
export {};
