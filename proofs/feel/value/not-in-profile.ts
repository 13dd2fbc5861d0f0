/**
 * What the standard leaves to engines, or what ours doesn't do: the expression then has no value with us, which is not null. The message
 * is the reason's code. Thrown in the standard profile alone.
 */
export class NotInProfile extends Error {}
