/** The end of an exhaustive switch: a new member of the union breaks the build here. */
export function unreachable(found: never): never {
  throw new Error(`A case was not handled: ${JSON.stringify(found)}`);
}
