import type { WayIn } from '../../../building/web-kit/shown/doors-list.tsx';
import { DoorsList } from '../../../building/web-kit/shown/doors-list.tsx';

/** Something went wrong: what happened, what to do, that nothing was lost, and a way on. */
export function FaultPage({
  title,
  says,
  number,
  nearest,
  ways,
  back,
}: {
  title: string;
  says: readonly string[];
  /** By which the operator finds it. */
  number?: string | undefined;
  nearest?: string | undefined;
  ways: readonly WayIn[];
  back: string;
}) {
  return (
    <>
      <h1>{title}</h1>
      {says.map((sentence) => (
        <p class="lede">{sentence}</p>
      ))}
      {number === undefined ? null : <p class="small">{number}</p>}
      {nearest === undefined || ways.length === 0 ? null : <p>{nearest}</p>}
      {ways.length === 0 ? null : <DoorsList ways={ways} />}
      <p class="links">
        <a href="/">{back}</a>
      </p>
    </>
  );
}
