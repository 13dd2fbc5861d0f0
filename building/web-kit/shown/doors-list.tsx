export interface WayIn {
  readonly href: string;
  readonly name: string;
  readonly says: string;
}

/** Ways on from a page, one under the other, each with a line on what is behind it. */
export function DoorsList({ ways }: { ways: readonly WayIn[] }) {
  return (
    <ul class="doors">
      {ways.map((way) => (
        <li>
          <a href={way.href}>
            <b>{way.name}</b>
            <span>{way.says}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
