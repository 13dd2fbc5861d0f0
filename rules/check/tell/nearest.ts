/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`: optimal string alignment. */
function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}

/** The declared name that was probably meant, or undefined when none is near. */
export function nearest(written: string, declared: Iterable<string>): string | undefined {
  const longest = 64;
  if (written.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor([...written].length / 3)) + 1;
  for (const name of declared) {
    if (name.length > longest || name === written) continue;
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    const shortened = name.length >= 3 && (written.startsWith(name) || name.startsWith(written));
    if (distance < bestDistance || (shortened && best === undefined && written.length >= 3)) {
      best = name;
      bestDistance = Math.min(bestDistance, distance);
    }
  }
  return best;
}
